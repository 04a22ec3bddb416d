import { expect, it } from 'vitest';
import { describeWithServer } from '../support/servers.ts';
import { clusterStage } from './cluster-stage.ts';
import { crash } from './crash.ts';
import { singleStage } from './single-stage.ts';

// The short version of `npm run test:faults -- crash`, by a plan of its own each time. Half a minute each; on a machine that
// does much else, as many times longer as it takes to start.
const seed = Date.now() % 1_000_000;

it(`PGlite: a process that is killed again and again loses no mail and doubles none (seed ${seed})`, {
  timeout: 1_800_000,
}, async () => {
  await using stage = await singleStage('Maildir');
  const { faults } = await crash(stage, { seed, mails: 200, kills: 3, flushes: 0, longestGap: 3 });
  expect(faults).toEqual([]);
});

describeWithServer('dovecot', 'with Dovecot', () => {
  describeWithServer('postgres', 'PostgreSQL', () => {
    describeWithServer('redis', 'and Redis', () => {
      it(`processes and servers that are killed lose no mail and double none (seed ${seed})`, {
        timeout: 1_800_000,
      }, async () => {
        await using stage = await clusterStage();
        const { faults } = await crash(stage, { seed, mails: 200, kills: 9, flushes: 1, longestGap: 1 });
        expect(faults).toEqual([]);
      });
    });
  });
});

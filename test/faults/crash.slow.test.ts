import { expect, inject, it } from 'vitest';
import { describeWithServer } from '../support/servers.ts';
import { clusterStage } from './cluster-stage.ts';
import { crash } from './crash.ts';
import { singleStage } from './single-stage.ts';

// `npm run test:faults -- crash` is longer still; here a plan of its own each time. In short every victim dies once, the
// lone process twice; on a machine that does much else it takes as many times longer as a start does.
const seed = Date.now() % 1_000_000;
const [MAILS, ROUNDS] = inject('atLength') ? [400, 3] : [100, 1];
const VICTIMS = 6;

it(`PGlite: a process that is killed again and again loses no mail and doubles none (seed ${seed})`, {
  timeout: 1_800_000,
}, async () => {
  await using stage = await singleStage('Maildir', 'small');
  const { faults } = await crash(stage, { seed, mails: MAILS, kills: 2 * ROUNDS, flushes: 0, longestGap: 3 });
  expect(faults).toEqual([]);
});

describeWithServer('dovecot', 'with Dovecot', () => {
  describeWithServer('postgres', 'PostgreSQL', () => {
    describeWithServer('redis', 'and Redis', () => {
      it(`processes and servers that are killed lose no mail and double none (seed ${seed})`, {
        timeout: 1_800_000,
      }, async () => {
        await using stage = await clusterStage('small');
        const { faults } = await crash(stage, {
          seed,
          mails: MAILS,
          kills: VICTIMS * ROUNDS,
          flushes: ROUNDS,
          longestGap: 1,
        });
        expect(faults).toEqual([]);
      });
    });
  });
});

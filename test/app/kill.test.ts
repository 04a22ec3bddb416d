import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { eventually } from '../support/eventually.ts';
import { allRows, allValues, holds } from '../support/leftovers.ts';
import { mail, text, words } from '../support/mime.ts';
import { describeWithServer, startPostgres, startRedis } from '../support/servers.ts';
import { createService, type TestService } from '../support/service.ts';

const MAILS = 500;
const FLAGGED_EACH = 10; // every tenth mail is to be flagged, in a thread of its own
const ORDINARY_WORDS = 'futsuu-no-bunshou'; // in the body of every ordinary mail
const yaml = 'sources: [{ name: box, kind: directory, path: box }]\nsettings: { pollSeconds: 1, sweepSeconds: 1 }\n';

function deliverAll({ folder }: TestService): void {
  for (const sub of ['tmp', 'new', 'cur']) mkdirSync(join(folder, 'box', sub), { recursive: true });
  for (let i = 0; i < MAILS; i++) {
    const body = i % FLAGGED_EACH === 0 ? '担当のお前が土下座しろ。' : `見積書をお送りください。${ORDINARY_WORDS}`;
    const raw = mail(text(body), {
      From: `kyaku${i}@example.com`,
      Subject: words('utf-8', `件名 ${i}`),
      'Message-ID': `<${i}@example.com>`,
    });
    writeFileSync(join(folder, 'box', 'tmp', `${i}`), raw);
    renameSync(join(folder, 'box', 'tmp', `${i}`), join(folder, 'box', 'new', `${i}.host`));
  }
}

const verdicts = async (service: TestService): Promise<number> => {
  const counts: Record<string, number> = JSON.parse(await service.cli('status', '--json')).verdicts;
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
};

/** Kills the service twice in the middle of its work; in the end everything is there once. */
async function killInTheMiddle(service: TestService): Promise<void> {
  deliverAll(service);
  for (const least of [1, MAILS / 3]) {
    const running = await service.start();
    await eventually(async () => (await verdicts(service)) >= least);
    await running.kill();
  }
  const running = await service.start();
  await eventually(async () => (await verdicts(service)) === MAILS);
  const cases = await service.cases();
  expect(cases).toHaveLength(MAILS / FLAGGED_EACH);
  expect(new Set(cases.map(({ subject }) => subject)).size).toBe(cases.length);
  expect(cases.every(({ mails }) => mails === 1)).toBe(true);
  expect(await running.stop()).toBe(0);
}

it('PGlite: kill -9 in the middle of 500 mails loses none, doubles none, and keeps no ordinary text', {
  timeout: 300_000,
}, async () => {
  const service = createService(yaml);
  try {
    await killInTheMiddle(service);
    const data = join(service.folder, 'data/komainu');
    const store = await openStore({ kind: 'pglite', path: join(data, 'store') }, data);
    const rows = await allRows(store.db);
    await store.close();
    expect(holds(rows, '土下座'), 'the flagged mails are kept').toBe(true);
    expect(holds(rows, ORDINARY_WORDS)).toBe(false);
  } finally {
    service.remove();
  }
});

describeWithServer('postgres', 'on PostgreSQL', () => {
  describeWithServer('redis', 'and Redis', () => {
    it('kill -9 in the middle of 500 mails loses none, doubles none, and keeps no ordinary text', {
      timeout: 300_000,
    }, async () => {
      const [postgres, redis] = [await startPostgres(), await startRedis()];
      const service = createService(yaml, { DATABASE_URL: postgres.url, REDIS_URL: redis.url });
      try {
        await killInTheMiddle(service);
        const store = await openStore({ kind: 'postgres', url: postgres.url }, service.folder);
        const rows = await allRows(store.db);
        await store.close();
        expect(holds(rows, '土下座'), 'the flagged mails are kept').toBe(true);
        expect(holds(rows, ORDINARY_WORDS)).toBe(false);
        expect(holds(await allValues(redis.url), ORDINARY_WORDS)).toBe(false);
      } finally {
        service.remove();
        await redis.stop();
        await postgres.stop();
      }
    });
  });
});

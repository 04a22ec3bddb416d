import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { tidy } from '../../../src/store/engine/tidy.ts';
import { sourceState, writeVerdict } from '../../../src/store/index.ts';
import { eventually } from '../../support/eventually.ts';
import { mailId } from '../../support/ids.ts';
import { openTestStore } from '../../support/store.ts';
import { assessment, at, verdictOf } from '../samples.ts';

it('the bytes of ordinary mails do not stay in a PGlite store for ever', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-tidy-'));
  const { db, engine, close } = await openTestStore(folder);
  if (engine.kind !== 'pglite') throw new Error('not a PGlite');
  const mails = Array.from({ length: 100 }, (_, n) => n + 1);
  const deliveries = mails.map((uid) => ({ uidValidity: 1n, uid, receivedAt: at(uid), raw: randomBytes(20_000) }));
  await sourceState(db, 'support').commit(deliveries, { uidValidity: 1n, lastUid: 100 });
  for (const uid of mails)
    await writeVerdict(db, verdictOf(mailId(String(uid)), { assessment: assessment('ordinary') }));
  expect(await mailBytes(engine.client)).toBeGreaterThan(2_000_000);
  await eventually(async () => {
    await tidy(engine.client); // its statistics come a moment late
    return (await mailBytes(engine.client)) < 500_000;
  });
  await close();
  await rm(folder, { recursive: true });
});

async function mailBytes(client: PGlite): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(`select pg_total_relation_size('komainu.mail')::int as bytes`);
  return rows[0]!.bytes;
}

it('the log of a PGlite store does not grow for ever', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-tidy-'));
  const { engine, close } = await openTestStore(folder);
  if (engine.kind !== 'pglite') throw new Error('not a PGlite');
  const { client } = engine;
  const log = async () =>
    (await client.query<{ bytes: number }>('select sum(size)::float8 as bytes from pg_ls_waldir()')).rows[0]!.bytes;
  await client.exec('create table public.filled (t text)');
  for (let n = 0; n < 12; n++) {
    await client.exec(`insert into public.filled select repeat('abcd', 50) from generate_series(1, 100000)`); // some 25 MB of log
    await tidy(client);
  }
  expect(await log()).toBeLessThan(200 * 1024 ** 2);
  await close();
  await rm(folder, { recursive: true });
});

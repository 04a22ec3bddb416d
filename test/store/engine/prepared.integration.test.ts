import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../../src/store/index.ts';
import { openTestStore } from '../../support/store.ts';

let folder: string;
let store: Store;
let client: PGlite;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-prepared-'));
  store = await openTestStore(folder);
  if (store.engine.kind !== 'pglite') throw new Error('no embedded store');
  client = store.engine.client;
  await client.exec('create table thing (n int primary key, name text, bytes bytea)');
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const kept = async () =>
  (await client.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map(
    ({ statement }) => statement,
  );

it('keeps a statement that comes again, and answers it for the values of each time', async () => {
  const add = 'insert into thing values ($1, $2, $3) returning n';
  const find = 'select name, bytes from thing where n = $1';
  for (let n = 0; n < 20; n++) {
    const { rows, affectedRows } = await client.query(add, [
      n,
      n % 3 === 0 ? null : `名${n}`,
      Buffer.from([n, 0, 255]),
    ]);
    expect([rows, affectedRows]).toEqual([[{ n }], 1]);
    expect((await client.query(find, [n])).rows).toEqual([
      { name: n % 3 === 0 ? null : `名${n}`, bytes: Buffer.from([n, 0, 255]) },
    ]);
  }
  expect((await client.query(find, [20])).rows).toEqual([]);
  expect((await client.query(find, [1], { rowMode: 'array' })).rows).toEqual([['名1', Buffer.from([1, 0, 255])]]);
  expect(await kept()).toEqual(expect.arrayContaining([add, find]));
});

it('is planned for the values of each time, never for any', async () => {
  const find = 'select n from thing where n > $1 and name is not null order by n limit 1';
  for (let n = 0; n < 20; n++) await client.query(find, [n]);
  const { rows } = await client.query<{ plans: number[] }>(
    'select array[generic_plans, custom_plans]::int[] as plans from pg_prepared_statements where statement = $1',
    [find],
  );
  expect(rows).toEqual([{ plans: [0, 19] }]); // the first time it was not kept yet
});

it('does not keep what comes once', async () => {
  const once = `select 'once'`;
  await client.query(once);
  expect(await kept()).not.toContain(once);
});

it('keeps it through a transaction that is rolled back', async () => {
  const find = 'select count(*)::int as found from thing where n > $1';
  const undone = client.transaction(async (tx) => {
    for (let n = 0; n < 3; n++) await tx.query(find, [n]);
    await tx.query('select 1 / $1::int', [0]);
  });
  await expect(undone).rejects.toMatchObject({ code: '22012' });
  expect((await client.query(find, [9])).rows).toEqual([{ found: 10 }]);
  expect(await kept()).toContain(find);
});

it('refuses values as before, and takes the next', async () => {
  const find = 'select name from thing where n = $1';
  for (const n of [1, 2, 'x', 4, 'x', 5]) {
    const asked = client.query(find, [n]);
    if (n === 'x') await expect(asked).rejects.toMatchObject({ code: '22P02', query: find });
    else expect((await asked).rows).toEqual([{ name: `名${n}` }]);
  }
});

it('refuses a statement that is wrong each time it comes', async () => {
  for (let n = 0; n < 4; n++)
    await expect(client.query('select nothing from thing')).rejects.toMatchObject({ code: '42703' });
});

it('answers about a table that was changed meanwhile', async () => {
  const find = 'select * from thing where n = $1';
  for (let n = 0; n < 3; n++) await client.query(find, [n]);
  await client.exec('alter table thing add column more int default 7');
  await client.query(find, [1]).catch(() => {}); // refused at most once
  expect((await client.query(find, [1])).rows).toEqual([
    { n: 1, name: '名1', bytes: Buffer.from([1, 0, 255]), more: 7 },
  ]);
});

it('keeps the last few hundred, whatever is asked', async () => {
  for (let n = 0; n < 500; n++) for (let again = 0; again < 2; again++) await client.query(`select ${n} as n`);
  const statements = await kept();
  expect(statements.length).toBeLessThanOrEqual(301);
  expect(statements).toContain('select 499 as n');
  expect(statements).not.toContain('select 0 as n');
});

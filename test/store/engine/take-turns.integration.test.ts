import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../src/store/index.ts';
import { openTestStore } from '../../support/store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-turns-'));
  store = await openTestStore(folder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it('lets others have their turn while ten people look something up, and keeps what they find apart', async () => {
  const done: number[] = [];
  let before = Number.POSITIVE_INFINITY; // the queries that were answered before anybody else had their turn
  setImmediate(() => {
    before = done.length;
  });
  const looks = Array.from({ length: 10 }, async (_, viewer) => {
    for (let n = 0; n < 30; n++) {
      const { rows } = (await store.db.execute(sql`select ${viewer}::int * 100 + ${n}::int as found`)) as {
        rows: { found: number }[];
      };
      done.push(rows[0]!.found);
    }
  });
  await Promise.all(looks);
  expect(before).toBeLessThan(150);
  expect([...done].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 10 }, (_, viewer) => Array.from({ length: 30 }, (_, n) => viewer * 100 + n)).flat(),
  );
});

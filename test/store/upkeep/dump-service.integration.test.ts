import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tidy } from '../../../src/store/engine/tidy.ts';
import { type Db, dumpService, loadDump, openStore, type Store, StoreError } from '../../../src/store/index.ts';
import { openTestStore } from '../../support/store.ts';
import { at } from '../samples.ts';

describe('a backup of an embedded store that goes on being written', { timeout: 120_000 }, () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-live-'));
    store = await openTestStore(join(folder, 'from'));
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  /** Two rows that are there together or not at all. */
  const writePair = (db: Db, n: number) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`insert into komainu.source (name, note) values (${`a-${n}`}, repeat('x', 1000))`);
      await tx.execute(sql`insert into komainu.source (name, note) values (${`b-${n}`}, repeat('x', 1000))`);
    });

  it('is of one moment, holds what was written before it, and keeps nobody waiting', async () => {
    const state = { written: 0, goesOn: true };
    const write = async () => writePair(store.db, ++state.written);
    while (state.written < 50) await write();
    const writing = (async () => {
      while (state.goesOn) {
        await write();
        if (store.engine.kind === 'pglite' && state.written % 10 === 0) await tidy(store.engine.client);
      }
    })();
    const lines: string[] = [];
    let duringLines = 0;
    await dumpService(store, at(0), async (some) => {
      const before = state.written;
      await new Promise((resolve) => setTimeout(resolve, 20));
      duringLines += state.written - before;
      lines.push(...some.split('\n'));
    });
    state.goesOn = false;
    await writing;
    expect(duringLines).toBeGreaterThan(0);
    expect(existsSync(join(folder, 'from/store.copy'))).toBe(false);
    const { rows } = (await restored(lines)) as { rows: { a: number; b: number; newest: number }[] };
    const { a, b, newest } = rows[0]!;
    expect({ a, b }).toEqual({ a: newest, b: newest });
    expect(newest).toBeGreaterThanOrEqual(50);
    expect(newest).toBeLessThan(state.written);
    await writePair(store.db, 0); // the store itself is as it was
  });

  it('can be taken again, but not twice at a time', async () => {
    const take = () => dumpService(store, at(0), async () => {});
    const first = take();
    await expect(take()).rejects.toThrow(StoreError);
    await first;
    await take();
  });

  it('fails without harm when whoever reads it goes away', async () => {
    const gone = async () => {
      throw new Error('gone');
    };
    await expect(dumpService(store, at(0), gone)).rejects.toThrow(StoreError);
    expect(existsSync(join(folder, 'from/store.copy'))).toBe(false);
    await dumpService(store, at(0), async () => {});
  });

  it.each([
    ['before a line is given', 0],
    ['while nobody takes the lines', 1],
  ])('ends %s when the store is closed, and leaves no copy behind', async (_, lines) => {
    let [given, asked] = [0, () => {}];
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const taken = dumpService(store, at(0), () => {
      given += 1;
      asked();
      return new Promise(() => {});
    });
    const refused = expect(taken).rejects.toThrow(StoreError);
    if (lines > 0) await isAsked;
    await store.close();
    await refused;
    expect(given).toBe(lines);
    expect(existsSync(join(folder, 'from/store.copy'))).toBe(false);
    store = await openStore({ kind: 'pglite', path: join(folder, 'from/store') }, join(folder, 'from'));
    await dumpService(store, at(0), async () => {});
  });

  async function restored(lines: readonly string[]): Promise<unknown> {
    const to = await openTestStore(join(folder, 'to'));
    try {
      await loadDump(
        to.db,
        (async function* () {
          yield* lines;
        })(),
      );
      return await to.db.execute(
        sql`select count(*) filter (where name like 'a-%')::int as a, count(*) filter (where name like 'b-%')::int as b,
          max(split_part(name, '-', 2)::int) as newest from komainu.source`,
      );
    } finally {
      await to.close();
    }
  }
});

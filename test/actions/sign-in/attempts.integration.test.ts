import { tmpdir } from 'node:os';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttempts } from '../../../src/actions/sign-in/attempts.ts';
import { createSlowDown } from '../../../src/actions/sign-in/slow-down.ts';
import { rowsOf } from '../../../src/store/engine/migrate.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { describeStores } from '../../store/stores.ts';
import { createDatabase, describeWithServer } from '../../support/servers.ts';

const secret = 'a secret of thirty-two characters';
const second = (n: number) => new Date(Date.UTC(2026, 11, 1, 0, 0, n));

describeStores('attempts', (store) => {
  it('of a window are bounded; it ends whatever was tried in it, and right ones do not count', async () => {
    const attempts = createAttempts({ db: store().db, secret, about: 'sign-in', most: 2, seconds: 60 });
    expect(await attempts.begin('a', second(0))).toBe(0);
    expect(await attempts.begin('a', second(10))).toBe(0);
    expect(await attempts.begin('a', second(20))).toBe(40);
    await attempts.giveBack('a');
    expect(await attempts.begin('a', second(30))).toBe(0);
    expect(await attempts.begin('a', second(59))).toBe(1);
    expect(await attempts.begin('b', second(59)), 'each key for itself').toBe(0);
    expect(await attempts.begin('a', second(60))).toBe(0);
  });

  it('leave nothing that can be read', async () => {
    const { db } = store();
    await createAttempts({ db, secret, about: 'sign-in', most: 2, seconds: 60 }).begin('192.0.2.1', second(0));
    await createSlowDown({ db, secret }).wrong('someone@example.jp', second(0));
    const rows = await rowsOf(db, sql`select key from komainu.attempt union select key from komainu.wrong_password`);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/192|someone/);
  });
});

describeWithServer('postgres', 'on two hosts', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let hosts: Store[];
  beforeAll(async () => {
    database = await createDatabase();
    const open = () => openStore({ kind: 'postgres', url: database.url }, tmpdir());
    hosts = [await open(), await open()];
  });
  afterAll(async () => {
    for (const host of hosts) await host.close();
    await database.stop();
  });

  describe('together', () => {
    it('no more than ten attempts are let through, however many come at once', async () => {
      const limits = hosts.map(({ db }) => createAttempts({ db, secret, about: 'sign-in', most: 10, seconds: 60 }));
      const tries = Array.from({ length: 40 }, (_, n) => limits[n % 2]!.begin('192.0.2.1', second(0)));
      expect((await Promise.all(tries)).filter((seconds) => seconds === 0)).toHaveLength(10);
    });

    it('ten wrong passwords for one account slow it down, and one attempt a minute is looked at', async () => {
      const slow = hosts.map(({ db }) => createSlowDown({ db, secret }));
      for (let n = 0; n < 10; n++) {
        expect(await slow[n % 2]!.attempt('x@example.jp', second(n))).toBe(0);
        expect(await slow[n % 2]!.wrong('x@example.jp', second(n))).toBe(n === 9);
      }
      const looked = await Promise.all(
        Array.from({ length: 6 }, (_, n) => slow[n % 2]!.attempt('x@example.jp', second(70))),
      );
      expect(looked.filter((seconds) => seconds === 0)).toHaveLength(1);
      await slow[0]!.forget('x@example.jp');
      expect(await slow[1]!.attempt('x@example.jp', second(71))).toBe(0);
    });
  });
});

import { tmpdir } from 'node:os';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Leases, openLeases, openStore, type Store } from '../../../src/store/index.ts';
import { eventually } from '../../support/eventually.ts';
import { createDatabase, describeWithServer } from '../../support/servers.ts';

describeWithServer('postgres', 'the place at a source', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let store: Store;
  const never = new AbortController().signal;
  const opened: Leases[] = [];
  const open = (): Leases => {
    const places = openLeases(store.engine);
    opened.push(places);
    return places;
  };
  beforeAll(async () => {
    database = await createDatabase();
    store = await openStore({ kind: 'postgres', url: database.url }, tmpdir());
  });
  afterAll(async () => {
    for (const places of opened) await places[Symbol.asyncDispose]();
    await store.close();
    await database.stop();
  });

  it('is given to one at a time, and to the next when it is given up', async () => {
    const [first, second] = [open(), open()];
    const place = await first.take('one', never);
    let got = false;
    const waiting = second.take('one', never).then((next) => {
      got = true;
      return next;
    });
    await second.take('other', never); // meanwhile another source is free
    expect(got).toBe(false);
    await place[Symbol.asyncDispose]();
    const next = await waiting;
    expect(next.lost.aborted).toBe(false);
  });

  it('is lost together with its connection, and may then be taken anew', async () => {
    const places = open();
    const place = await places.take('two', never);
    await store.db.execute(sql`
      select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
      where datname = current_database() and locktype = 'advisory' and objid = (hashtext('two')::bigint & 4294967295)::oid`);
    await eventually(() => place.lost.aborted);
    const again = await places.take('two', never);
    expect(again.lost.aborted).toBe(false);
  });

  it('is waited for no longer than wanted', async () => {
    const [first, second] = [open(), open()];
    await first.take('three', never);
    const abort = new AbortController();
    const waiting = second.take('three', abort.signal);
    abort.abort();
    await expect(waiting).rejects.toThrow();
  });
});

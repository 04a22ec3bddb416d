import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { forgetRunning, noteRunning, runningHosts } from '../../../src/store/index.ts';
import { describeStores } from '../stores.ts';

describeStores('processes that judge', (store) => {
  const named = async () => (await runningHosts(store().db)).map(({ host, dictionary }) => `${host} ${dictionary}`);

  it('tell their version, since when, and are gone when they say no more', async () => {
    const { db } = store();
    await noteRunning(db, { id: '1', host: 'web-1', dictionary: 'old' });
    await noteRunning(db, { id: '2', host: 'web-2', dictionary: 'old' });
    await db.execute(sql`update komainu.running set since = since - interval '2 minutes'`);
    await noteRunning(db, { id: '1', host: 'web-1', dictionary: 'old' });
    await noteRunning(db, { id: '2', host: 'web-2', dictionary: 'new' });
    expect(await runningHosts(db)).toMatchObject([
      { host: 'web-1', dictionary: 'old', settled: true },
      { host: 'web-2', dictionary: 'new', settled: false },
    ]);
    await db.execute(sql`update komainu.running set seen_at = seen_at - interval '2 minutes' where id = '1'`);
    expect(await named()).toEqual(['web-2 new']);
    await forgetRunning(db, '2');
    expect(await named()).toEqual([]);
  });
});

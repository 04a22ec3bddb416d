import { expect, it } from 'vitest';
import {
  folderOfPart,
  loadMail,
  mailsWithoutVerdict,
  sourceHealth,
  sourceOfPart,
  sourceState,
  spoolDepth,
  waitingBySource,
} from '../../../src/store/index.ts';
import { mail } from '../../../src/store/schema/core.ts';
import { mailId } from '../../support/ids.ts';
import { at } from '../samples.ts';
import { describeStores } from '../stores.ts';

describeStores('a source', (store) => {
  const raw = new Uint8Array(1_000).map((_, i) => i).subarray(7, 907); // each byte there is, as a view of more
  const delivery = (uid: number) => ({ uidValidity: 4_294_967_295n, uid, receivedAt: at(uid), raw });
  const waiting = () => mailsWithoutVerdict(store().db, { limit: 10 });

  it('has no cursor before its first commit', async () => {
    const state = sourceState(store().db, 'new');
    await state.report(null);
    expect(await state.cursor()).toBeNull();
  });

  it('moves its cursor together with the mails', async () => {
    const state = sourceState(store().db, 'support');
    await state.commit([delivery(7), delivery(9)], { uidValidity: 4_294_967_295n, lastUid: 9 });
    expect(await state.cursor()).toEqual({ uidValidity: 4_294_967_295n, lastUid: 9 });
    const [first] = await waiting();
    expect(await loadMail(store().db, first!)).toEqual({
      id: first,
      source: 'support',
      receivedAt: at(7),
      raw,
      hasVerdict: false,
    });
  });

  it('skips a delivery that is already there', async () => {
    const state = sourceState(store().db, 'support');
    await state.commit([delivery(1)], { uidValidity: 4_294_967_295n, lastUid: 1 });
    await state.commit([delivery(1), delivery(2)], { uidValidity: 4_294_967_295n, lastUid: 2 });
    expect(await spoolDepth(store().db)).toBe(2);
  });

  it('keeps the cursor when a mail cannot be stored', async () => {
    const state = sourceState(store().db, 'support');
    await state.commit([delivery(1)], { uidValidity: 1n, lastUid: 1 });
    const broken = { ...delivery(2), uid: Number.NaN };
    await expect(state.commit([delivery(3), broken], { uidValidity: 1n, lastUid: 3 })).rejects.toThrow();
    expect(await state.cursor()).toEqual({ uidValidity: 1n, lastUid: 1 });
    expect(await spoolDepth(store().db)).toBe(1);
  });

  it('gives a file the same uid at every call and counts new files upwards', async () => {
    const state = sourceState(store().db, 'folder');
    const keys = ['a.eml', 'b.eml', '謝れ.eml', 'a.eml'];
    expect(await state.uidsOf(keys)).toEqual([1, 2, 3, 1]);
    const more = await Promise.all(
      [['d.eml', 'a.eml'], ['e.eml'], ['d.eml', 'e.eml']].map((some) => state.uidsOf(some)),
    );
    expect(more[0]![1]).toBe(1);
    expect(more[2]).toEqual([more[0]![0], more[1]![0]]);
    expect(more[2]!.toSorted()).toEqual([4, 5]);
    expect(await sourceState(store().db, 'other').uidsOf(['a.eml'])).toEqual([1]);
  });

  it('tells since when it is in trouble, and when it was well again', async () => {
    const state = sourceState(store().db, 'support');
    await state.report('The server\0 does not answer.');
    const [first] = await sourceHealth(store().db);
    await state.report('The password is wrong.');
    const [second] = await sourceHealth(store().db);
    expect(first).toMatchObject({ name: 'support', trouble: 'The server\uFFFD does not answer.', lastContactAt: null });
    expect(second).toMatchObject({ trouble: 'The password is wrong.', troubleSince: first!.troubleSince });
    await state.report(null);
    const [well] = await sourceHealth(store().db);
    expect(well).toMatchObject({ trouble: null, troubleSince: null, lastContactAt: expect.any(Date) });
    expect(await state.lastContactAt()).toEqual(well!.lastContactAt);
  });

  it('says what it is doing, and keeps a folder of it apart', async () => {
    const state = sourceState(store().db, 'support');
    const folder = state.part('Support/見積');
    await state.note('paused');
    await folder.commit([delivery(3)], { uidValidity: 2n, lastUid: 3 });
    expect(await state.cursor()).toBeNull();
    expect(folder.name).toBe('support/Support/見積');
    expect(await sourceHealth(store().db)).toMatchObject([
      { name: 'support', note: 'paused' },
      { name: 'support/Support/見積', note: null, lastMailAt: at(3) },
    ]);
    expect([sourceOfPart(folder.name), folderOfPart(folder.name)]).toEqual(['support', 'Support/見積']);
    expect([sourceOfPart('support'), folderOfPart('support')]).toEqual(['support', null]);
  });

  it('knows when its newest mail came in', async () => {
    await sourceState(store().db, 'support').commit([delivery(5), delivery(3)], { uidValidity: 1n, lastUid: 5 });
    const lastMailAt = async () => (await sourceHealth(store().db))[0]!.lastMailAt;
    expect(await lastMailAt()).toEqual(at(5));
    await sourceState(store().db, 'support').commit([delivery(4)], { uidValidity: 1n, lastUid: 6 }); // older than one before
    await sourceState(store().db, 'support').commit([], { uidValidity: 1n, lastUid: 7 });
    expect(await lastMailAt()).toEqual(at(5));
    await sourceState(store().db, 'support').commit([delivery(8)], { uidValidity: 1n, lastUid: 8 });
    expect(await lastMailAt()).toEqual(at(8));
    await store().db.delete(mail); // as retention does it
    expect(await lastMailAt()).toEqual(at(8));
  });
});

describeStores('the spool', (store) => {
  it('lists the mails that wait, those of each source in turn, oldest first', async () => {
    const deliveries = [1, 2, 3].map((uid) => ({ uidValidity: 1n, uid, receivedAt: at(0), raw: new Uint8Array(5) }));
    await sourceState(store().db, 'support').commit(deliveries, { uidValidity: 1n, lastUid: 3 });
    await sourceState(store().db, 'sales').commit(deliveries.slice(1), { uidValidity: 1n, lastUid: 3 });
    expect(await mailsWithoutVerdict(store().db, { limit: 4 })).toEqual(['1', '4', '2', '5']);
    expect(await waitingBySource(store().db)).toEqual([
      { source: 'sales', mails: 2, bytes: 10, oldest: expect.any(Date) },
      { source: 'support', mails: 3, bytes: 15, oldest: expect.any(Date) },
    ]);
  });

  it('has no mail that nobody stored', async () => {
    expect(await loadMail(store().db, mailId('12345678'))).toBeNull();
  });
});

import { expect, it } from 'vitest';
import {
  caseListPage,
  decide,
  endWatch,
  entryHits,
  findHistory,
  handIn,
  listCases,
  loadCase,
  loadMail,
  mailsWithoutVerdict,
  purge,
  senderOf,
  standingWatches,
  verdictCounts,
  watchOn,
  watchSender,
} from '../../../src/store/index.ts';
import { personId } from '../../support/ids.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeVerdict } from '../write.ts';

const SEVEN_DAYS = 7 * 24 * 60; // in minutes
const ORDINARY = assessment('ordinary');
const DESK = { seesConfidential: true };

describeStores('a watch on a sender', (store) => {
  const watch = (hash: string, since: Date, until: Date) =>
    watchSender(store().db, { hash, address: `${hash}@example.jp` }, { by: '花子', since, until });
  const ordinary = (minute: number, sender: string | null, more = {}) =>
    judgedMail(store().db, minute, { assessment: ORDINARY, sender, ...more });

  it('puts ordinary mails into a case that is grey, with their text; their verdict stays what it is', async () => {
    const { db } = store();
    await watch('taro', at(5), at(100));
    const { caseId, mailId, flagged } = await ordinary(6, 'taro');
    expect(await loadMail(db, mailId)).toMatchObject({ raw: expect.anything() });
    const detail = (await loadCase(db, caseId!))!;
    expect(detail).toMatchObject({ band: 'grey', entries: [] });
    expect(detail.items).toMatchObject([{ watchedSince: at(5), assessment: ORDINARY, kept: true }]);
    expect(detail.items[0]!.message!.parts).toHaveLength(1);
    expect(flagged).toBe(false);
    expect(await verdictCounts(db)).toMatchObject({ ordinary: 1, grey: 0 });
    const looking = { person: personId('p'), now: at(9), seesConfidential: false };
    expect(await caseListPage(db, { limit: 9, offset: 0 }, looking)).toMatchObject([{ id: caseId, watched: true }]);
  });

  it('takes nothing from what is more than grey, and joins the case of the thread', async () => {
    await watch('taro', at(5), at(100));
    const first = await judgedMail(store().db, 6, { sender: 'taro', messageId: 'root' });
    const second = await ordinary(7, 'taro', { references: ['root'] });
    expect(second.caseId).toBe(first.caseId);
    const detail = (await loadCase(store().db, first.caseId!))!;
    expect(detail).toMatchObject({ band: 'review', mails: 2, entries: ['insult-person.test'] });
  });

  it.each([
    ['somebody else', 6, 'jiro', {}],
    ['nobody', 6, null, {}],
    ['a time before it', 4, 'taro', {}],
    ['the moment of its end', 10, 'taro', {}],
  ] as const)('leaves alone the mail of %s', async (_, minute, sender, more) => {
    await watch('taro', at(5), at(10));
    expect(await ordinary(minute, sender, more)).toMatchObject({ caseId: null });
  });

  it('surfaces no second delivery', async () => {
    await watch('taro', at(5), at(100));
    const same = { messageId: 'same', contentHash: 'same' };
    const { caseId } = await ordinary(6, 'taro', same);
    await ordinary(7, 'taro', same);
    expect((await loadCase(store().db, caseId!))!.items).toMatchObject([{ deliveries: 2 }]);
    expect((await listCases(store().db, { limit: 9, offset: 0 })).total).toBe(1);
  });

  it('changes nothing of the history, and tells nothing of the entries, however its case is decided', async () => {
    const { db } = store();
    const history = () =>
      findHistory(db, { messageId: 'x', references: [], sender: 'taro', since: at(0), before: at(900) });
    await ordinary(1, 'taro');
    await watch('taro', at(5), at(100));
    const { caseId } = await ordinary(6, 'taro');
    const before = await history();
    expect(before).toHaveLength(2);
    await decide(db, caseId!, { kind: 'dismiss', reason: 'mention', note: '' }, '花子', at(9));
    expect(await history()).toEqual(before);
    expect((await entryHits(db)).size).toBe(0);
  });

  it('begins anew once its time was over, else it has only another end', async () => {
    const { db } = store();
    const { id } = await watch('taro', at(5), at(10));
    expect(await watch('taro', at(6), at(20))).toMatchObject({ id, since: at(5), until: at(20) });
    expect(await standingWatches(db, at(19))).toHaveLength(1);
    expect(await standingWatches(db, at(20))).toEqual([]);
    const later = at(20 + SEVEN_DAYS);
    expect(await watch('taro', later, at(60 + SEVEN_DAYS))).toMatchObject({ since: later, until: at(60 + SEVEN_DAYS) });
  });

  it('holds for a mail from before its end that is judged later, also once somebody watches anew', async () => {
    const { db } = store();
    const days = {
      greyDays: 90,
      dismissedDays: 90,
      approvedDays: 90,
      unopenedDays: 14,
      reportDays: 90,
      registerDays: 90,
      verdictDays: 90,
    };
    await watch('late', at(5), at(10));
    await purge(db, days, at(20));
    expect((await ordinary(6, 'late')).caseId).not.toBeNull();
    await watchSender(db, { hash: 'late', address: 'late@example.jp' }, { by: '太郎', since: at(20), until: at(30) });
    expect(await watchOn(db, 'late', at(25))).toMatchObject({ by: '太郎', until: at(30) });
    expect((await ordinary(7, 'late')).caseId).not.toBeNull();
    await purge(db, days, at(30 + SEVEN_DAYS));
    expect(await ordinary(8, 'late')).toMatchObject({ caseId: null });
  });

  it('is ended once', async () => {
    const { id } = await watch('taro', at(5), at(100));
    expect([await endWatch(store().db, id), await endWatch(store().db, id)]).toEqual([true, false]);
    expect(await ordinary(6, 'taro')).toMatchObject({ caseId: null });
  });

  it('is on whoever wrote the newest mail of a case; of a consultation nobody is known, for whoever asks', async () => {
    const { db } = store();
    const { caseId } = await judgedMail(db, 1, { sender: 'taro' });
    expect(await senderOf(db, caseId!, DESK)).toEqual({ hash: 'taro', address: 'taro@example.co.jp' });
    const [employee] = await reviewers(db, '花子');
    const handed = await handIn(db, newConsultation(employee!, { confidential: true, mail: true }), at(2));
    await writeVerdict(db, verdictOf((await mailsWithoutVerdict(db, { limit: 1 }))[0]!, { sender: 'jiro' }));
    for (const visibility of [DESK, { seesConfidential: false }])
      expect(await senderOf(db, handed.caseId, visibility)).toBeNull();
  });
});

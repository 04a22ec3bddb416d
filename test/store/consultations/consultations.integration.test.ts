import { beforeEach, expect, it } from 'vitest';
import { plainApproval } from '../../../src/cases/index.ts';
import {
  addConsultationNote,
  casesToTell,
  countConsultations,
  decide,
  handIn,
  listCases,
  loadCase,
  loadMail,
  mailsWithoutVerdict,
  noteSeen,
  ownConsultation,
  ownConsultations,
  purge,
  type Reviewer,
  verdictCounts,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable, writeVerdict } from '../write.ts';

const DAYS = {
  verdictDays: 1,
  greyDays: 1,
  dismissedDays: 1,
  approvedDays: 1,
  unopenedDays: 14,
  reportDays: 1,
  registerDays: 1,
};
const afterDays = (days: number): Date => new Date(at(0).getTime() + days * 86_400_000);

describeStores('what is handed in', (store) => {
  let one: Reviewer;
  let other: Reviewer;
  beforeEach(async () => {
    [one, other] = (await reviewers(store().db, 'one', 'other')) as [Reviewer, Reviewer];
  });
  const call = (words = '電話で怒鳴られました') => handIn(store().db, newConsultation(one, { words }), at(1));
  const mail = async () => {
    const given = await handIn(store().db, newConsultation(one, { mail: true }), at(1));
    return { ...given, mailId: (await mailsWithoutVerdict(store().db, { limit: 1 }))[0]! };
  };

  it('waits as a case with the words of its reporter, found by them, and people are told', async () => {
    const { db } = store();
    const { caseId } = await call('電話で「土下座しろ」\0と言われました');
    expect(await loadCase(db, caseId)).toMatchObject({
      kind: 'report',
      status: 'open',
      band: 'review',
      mails: 0,
      items: [],
      report: { reporter: 'one', channel: 'phone', words: '電話で「土下座しろ」\uFFFDと言われました', seenAt: null },
    });
    expect((await listCases(db, { limit: 9, offset: 0, words: '土下座' })).total).toBe(1);
    expect(await casesToTell(db, 'a', { kind: 'digest', before: at(2) })).toEqual([caseId]);
    expect(await casesToTell(db, 'a', { kind: 'digest', before: at(1) })).toEqual([]);
  });

  it('leaves no gap in the numbers that others see when it is confidential', async () => {
    const { db } = store();
    const confidential = () => handIn(db, newConsultation(one, { confidential: true }), at(1));
    const before = await call();
    const hidden = [await confidential(), await confidential()];
    const after = await call();
    expect(BigInt(after.caseId)).toBe(BigInt(before.caseId) + 1n);
    expect(BigInt(hidden[1]!.caseId)).toBe(BigInt(hidden[0]!.caseId) + 1n);
    expect(BigInt(hidden[0]!.caseId)).toBeGreaterThan(1_000_000_000n);
    expect(await loadCase(db, hidden[0]!.caseId, { seesConfidential: true })).not.toBeNull();
    expect(await loadCase(db, hidden[0]!.caseId)).toBeNull();
  });

  it('shows a mail before it is judged, and keeps it whatever its band', async () => {
    const { db } = store();
    const { caseId, mailId } = await mail();
    expect((await loadCase(db, caseId))!.items).toMatchObject([{ mailId, assessment: null, failure: null }]);
    const display = { from: '佐藤 <sato@example.com>', subject: '件名', counterparty: 'example.com' };
    const written = await writeVerdict(db, verdictOf(mailId, { assessment: assessment('ordinary', []), display }));
    expect(written).toMatchObject({ written: true, caseId });
    expect(await loadCase(db, caseId)).toMatchObject({
      band: 'review',
      from: display.from,
      subject: display.subject,
      items: [{ assessment: { band: 'ordinary' } }],
    });
    expect((await loadMail(db, mailId))!.raw).not.toBeNull();
  });

  it('rises with what is found in its mail', async () => {
    const { caseId, mailId } = await mail();
    await writeVerdict(store().db, verdictOf(mailId, { assessment: assessment('urgent', ['summons']) }));
    expect(await loadCase(store().db, caseId)).toMatchObject({ kind: 'report', band: 'urgent', acts: ['summons'] });
    expect(await casesToTell(store().db, 'a', { kind: 'urgent' })).toEqual([caseId]);
  });

  it('stays one case when its mail cannot be read', async () => {
    const { caseId, mailId } = await mail();
    await writeUnreadable(store().db, { mailId, at: at(2), reason: 'unreadable' });
    expect((await listCases(store().db, { limit: 9, offset: 0 })).cases).toMatchObject([
      { id: caseId, band: 'review' },
    ]);
    expect((await loadCase(store().db, caseId))!.items).toMatchObject([{ failure: 'unreadable' }]);
  });

  it('is told its reporter and nobody else, without what was decided', async () => {
    const { db } = store();
    const { id, caseId } = await call();
    expect(await ownConsultation(db, other.id, id)).toBeNull();
    expect(await ownConsultations(db, other.id)).toEqual([]);
    expect(await ownConsultations(db, one.id)).toMatchObject([{ id, progress: 'received' }]);
    expect(await countConsultations(db, one.id, at(1))).toBe(1);
    expect(await countConsultations(db, one.id, at(2))).toBe(0);
    await noteSeen(db, caseId, at(3));
    await noteSeen(db, caseId, at(4));
    expect(await ownConsultation(db, one.id, id)).toMatchObject({ progress: 'looking', seenAt: at(3) });
    await decide(db, caseId, plainApproval(['sexual']), '決めた人', at(5));
    const done = await ownConsultation(db, one.id, id);
    expect(done!.progress).toBe('done');
    expect(JSON.stringify(done)).not.toMatch(/決めた人|sexual|approved/);
  });

  it('can be added to by its reporter, and by nobody else', async () => {
    const { db } = store();
    const { id, caseId } = await call();
    expect(await addConsultationNote(db, other.id, id, '他人', at(2))).toBe(false);
    expect(await addConsultationNote(db, one.id, id, 'また電話がありました', at(2))).toBe(true);
    expect((await loadCase(db, caseId))!.report!.notes).toEqual([
      { author: 'reporter', by: '', words: 'また電話がありました', at: at(2) },
    ]);
    await decide(db, caseId, { kind: 'dismiss', reason: 'other', note: '' }, 'x', at(3));
    expect(await addConsultationNote(db, one.id, id, 'まだ', at(4))).toBe(true);
  });

  it.each([
    ['dismissed', { kind: 'dismiss', reason: 'other', note: '' } as const],
    ['approved', plainApproval(['summons'])],
  ])('is kept while it waits, and goes with its case once %s, every word of it', async (kind, decision) => {
    const { db } = store();
    const { id, caseId, mailId } = await mail();
    await addConsultationNote(db, one.id, id, '追記', at(2));
    await writeVerdict(db, verdictOf(mailId, { assessment: assessment('grey') }));
    await purge(db, DAYS, afterDays(999));
    expect(await ownConsultation(db, one.id, id)).not.toBeNull();
    await decide(db, caseId, decision, 'x', at(3));
    expect(await purge(db, DAYS, afterDays(9))).toMatchObject({ [kind]: 1, verdicts: 0 });
    expect(await ownConsultation(db, one.id, id)).toBeNull();
    expect(await loadMail(db, mailId)).toBeNull();
    expect(Object.values(await verdictCounts(db)).every((count) => count === 0)).toBe(true);
  });
});

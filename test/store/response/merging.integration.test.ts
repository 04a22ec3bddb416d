import { expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../src/cases/index.ts';
import type { Day } from '../../../src/response/index.ts';
import {
  addCaseNote,
  addComment,
  addConsultationNote,
  caseEntries,
  casesToTell,
  claimCase,
  commentsOf,
  countCases,
  type Db,
  decide,
  endFollowUp,
  entryHits,
  fileEvents,
  handIn,
  holdCase,
  listCases,
  loadCare,
  loadCase,
  loadPast,
  mergeCases,
  mergesOf,
  noteTold,
  ownConsultation,
  planFollowUp,
  purge,
  purgeable,
  type Reviewer,
  splitCase,
  strikeCaseNote,
} from '../../../src/store/index.ts';
import { entryId } from '../../support/ids.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, storeMail } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable } from '../write.ts';

const SEES = { seesConfidential: true };
const USUAL = { seesConfidential: false };
const who = (minute: number, visibility = USUAL) => ({ person: null, by: '花子\0', at: at(minute), ...visibility });
const DAYS = {
  verdictDays: 1,
  greyDays: 1,
  dismissedDays: 1,
  approvedDays: 1,
  unopenedDays: 14,
  reportDays: 1,
  registerDays: 1,
};
const MUCH_LATER = at(60 * 24 * 30);

const mail = (db: Db, minute: number, thread: string, values: Parameters<typeof judgedMail>[2] = {}) =>
  judgedMail(db, minute, { references: [thread], ...values });
const listed = async (db: Db, visibility = USUAL) =>
  (await listCases(db, { limit: 20, offset: 0 }, visibility)).cases.map(({ id }) => id);
const places = async (db: Db, id: CaseId, visibility = USUAL) =>
  (await loadCase(db, id, visibility))!.items.map(({ mailId }) => mailId);

describeStores('merged cases', (store) => {
  it('are one in lists and counts, with the mails of both, as pressing as the worse', async () => {
    const { db } = store();
    const [one, other] = [
      await mail(db, 1, 'a'),
      await mail(db, 5, 'b', { assessment: assessment('urgent', ['privacy']) }),
    ];
    const [into, part] = [one.caseId!, other.caseId!];
    expect(await mergeCases(db, part, into, who(6))).toBeNull();
    expect(await listed(db)).toEqual([into]);
    expect(await countCases(db)).toMatchObject({ urgent: 1, review: 0 });
    expect(await loadCase(db, into)).toMatchObject({
      status: 'open',
      band: 'urgent',
      mails: 2,
      receivedAt: at(5),
      merging: { into: null, parts: [{ id: part, kind: 'mail', by: '花子\uFFFD', at: at(6), report: null }] },
    });
    expect(await places(db, into)).toEqual([one.mailId, other.mailId]);
    expect(new Set((await loadCase(db, into))!.acts)).toEqual(new Set(['privacy', 'insult-person']));
    expect(await loadCase(db, part)).toMatchObject({ status: 'merged', mails: 0, merging: { into, parts: [] } });
    expect((await loadPast(db, into))!.cases).toEqual([]);
    expect((await loadPast(db, into))!.statuses).toEqual({ open: 0, approved: 0, dismissed: 0 });
    expect((await entryHits(db)).get(entryId('privacy.test'))!.cases).toBe(1);
    await expect(decide(db, part, plainApproval(['privacy']), '花子', at(7))).rejects.toMatchObject({
      code: 'wrong-status',
    });
    await decide(db, into, plainApproval(['privacy']), '花子', at(7));
    expect((await listCases(db, { limit: 9, offset: 0, status: 'approved' })).total).toBe(1);
  });

  it('are as they were before, once they are split', async () => {
    const { db } = store();
    const [into, part] = [(await mail(db, 1, 'a')).caseId!, (await mail(db, 5, 'b')).caseId!];
    await mail(db, 6, 'b', { assessment: assessment('urgent', ['privacy']) });
    const before = [await loadCase(db, into), await loadCase(db, part)];
    await mergeCases(db, part, into, who(7));
    expect(await splitCase(db, part, into, who(8))).toBeNull();
    expect([await loadCase(db, into), await loadCase(db, part)]).toEqual(before);
    expect(await listed(db)).toEqual([part, into]);
    expect(await mergesOf(db, into, USUAL)).toEqual([
      { kind: 'merge', part, into, by: '花子\uFFFD', at: at(7) },
      { kind: 'split', part, into, by: '花子\uFFFD', at: at(8) },
    ]);
    expect(await splitCase(db, part, into, who(9))).toBe('not-found');
    expect(await mergeCases(db, part, into, who(10))).toBeNull(); // and again
    expect(await mergesOf(db, part, USUAL)).toHaveLength(3);
  });

  it('get the new mails of both conversations, and each its own back', async () => {
    const { db } = store();
    const [into, part] = [(await mail(db, 1, 'a')).caseId!, (await mail(db, 2, 'b')).caseId!];
    const before = (await loadCase(db, into))!.subject;
    await mergeCases(db, part, into, who(3));
    const late = await mail(db, 4, 'b', { assessment: assessment('urgent') });
    const own = await mail(db, 5, 'a');
    expect([late.caseId, own.caseId]).toEqual([into, into]);
    expect(await loadCase(db, into)).toMatchObject({ band: 'urgent', mails: 4, receivedAt: at(5), subject: before });
    await splitCase(db, part, into, who(6));
    expect(await places(db, part)).toContain(late.mailId);
    expect(await places(db, into)).toContain(own.mailId);
    expect(await loadCase(db, part)).toMatchObject({ band: 'urgent', mails: 2, receivedAt: at(4) });
    expect(await loadCase(db, into)).toMatchObject({ band: 'review', mails: 2, receivedAt: at(5) });
  });

  it('open a new case for the next mail once they are decided, linked to where it stood', async () => {
    const { db } = store();
    const [into, part] = [(await mail(db, 1, 'a')).caseId!, (await mail(db, 2, 'b')).caseId!];
    await mergeCases(db, part, into, who(3));
    await decide(db, into, { kind: 'dismiss', reason: 'other', note: '' }, '花子', at(4));
    expect(await splitCase(db, part, into, who(5))).toBe('not-open');
    const next = await mail(db, 6, 'b');
    expect([into, part]).not.toContain(next.caseId);
    expect(await loadCase(db, next.caseId!)).toMatchObject({ previousCase: into, mails: 1 });
  });

  it('never mix what is confidential with what is not, and tell nobody why', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, '社員');
    const open = (await mail(db, 1, 'a')).caseId!;
    const given = newConsultation(employee!, { confidential: true, mail: true });
    const { caseId: secret } = await handIn(db, given, at(2));
    const { caseId: another } = await handIn(db, given, at(3));
    const before = await loadCase(db, open);
    for (const [part, into] of [
      [secret, open],
      [open, secret],
    ] as const) {
      expect(await mergeCases(db, part, into, who(4))).toBe('not-found');
      expect(await mergeCases(db, part, into, who(4, SEES))).toBe('confidential');
    }
    expect(await loadCase(db, open)).toEqual(before);
    expect(await listed(db)).toEqual([open]);
    expect(await mergeCases(db, another, secret, who(5, SEES))).toBeNull();
    expect(await loadCase(db, secret)).toBeNull();
    expect(await loadCase(db, another)).toBeNull();
    expect(await splitCase(db, another, secret, who(6))).toBe('not-found');
    expect(await mergesOf(db, secret, USUAL)).toEqual([]);
    expect(await mergesOf(db, secret, SEES)).toHaveLength(1);
    expect(await addCaseNote(db, secret, { kind: 'judgement', words: 'x' }, who(6))).toBeNull();
    expect(await addCaseNote(db, secret, { kind: 'judgement', words: 'x' }, who(6), SEES)).not.toBeNull();
    expect(await caseEntries(db, [secret], USUAL)).toEqual([]);
    expect((await loadCase(db, secret, SEES))!.merging.parts).toMatchObject([{ id: another }]);
    expect(await listed(db)).toEqual([open]);
    expect(await countCases(db)).toMatchObject({ review: 1, report: 0 });
  });

  it('are none where one is unreadable, has parts, or someone else is at it', async () => {
    const { db } = store();
    const [hanako, jiro] = (await reviewers(db, '花子', '次郎')) as [Reviewer, Reviewer];
    const [a, b, c] = [await mail(db, 1, 'a'), await mail(db, 2, 'b'), await mail(db, 3, 'c')].map(
      ({ caseId }) => caseId!,
    ) as [CaseId, CaseId, CaseId];
    const broken = (await writeUnreadable(db, { mailId: await storeMail(db, { minute: 4 }), at: at(4), reason: 'x' }))
      .caseId!;
    expect(await mergeCases(db, broken, b, who(5))).toBe('unreadable');
    expect(await mergeCases(db, b, broken, who(5))).toBe('unreadable');
    await claimCase(db, a, jiro, at(5));
    expect(await mergeCases(db, a, b, { ...who(5), person: hanako.id })).toBe('claimed');
    expect(await mergeCases(db, a, b, { ...who(5), person: jiro.id })).toBeNull();
    expect(await mergeCases(db, b, c, who(6))).toBe('has-parts');
    expect(await mergeCases(db, a, c, who(6))).toBe('not-open');
    expect(await mergeCases(db, c, b, who(6))).toBeNull();
    expect((await loadCase(db, b))!.merging.parts.map(({ id }) => id)).toEqual([a, c]);
  });

  it('keep what was handed in, written and cared for with each', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, '社員');
    const into = (await mail(db, 1, 'a')).caseId!;
    const { id: call, caseId: part } = await handIn(db, newConsultation(employee!), at(2));
    await addComment(
      db,
      part,
      { person: employee!.id, by: '社員', words: '電話の件', mentioned: [], at: at(3) },
      USUAL,
    );
    await planFollowUp(db, part, { due: '2026-12-01' as Day, note: '' }, { by: '花子', at: at(3) });
    await mergeCases(db, part, into, who(4));
    expect((await loadCase(db, into))!.merging.parts[0]!.report).toMatchObject({ id: call, channel: 'phone' });
    expect((await commentsOf(db, into, USUAL)).map(({ words }) => words)).toEqual(['電話の件']);
    expect((await loadCare(db, part))!.followUps).toHaveLength(1);
    expect(await ownConsultation(db, employee!.id, call)).toMatchObject({ progress: 'received' });
    const digest = () => casesToTell(db, 'slack', { kind: 'digest', before: at(900) });
    expect(await digest()).toEqual([into]);
    await noteTold(db, 'slack', { kind: 'digest', subjects: [into], at: at(5) });
    expect(await digest()).toEqual([]);
    await addConsultationNote(db, employee!.id, call, 'また電話がありました', at(6));
    expect(await digest()).toEqual([into]);
    await decide(db, into, plainApproval(['privacy']), '花子', at(7));
    expect(await ownConsultation(db, employee!.id, call)).toMatchObject({ progress: 'done' });
    expect((await fileEvents(db, into, [part])).map(({ kind }) => kind)).toEqual(['mail', 'comment', 'decision']);
  });

  it('are deleted together, and kept together', async () => {
    const { db } = store();
    const [into, part] = [(await mail(db, 1, 'a')).caseId!, (await mail(db, 2, 'b')).caseId!];
    await addCaseNote(db, part, { kind: 'fact', on: null, words: '書面が届いた' }, who(2));
    await planFollowUp(db, part, { due: '2026-12-01' as Day, note: '' }, { by: '花子', at: at(2) });
    await holdCase(db, part, '花子');
    await mergeCases(db, part, into, who(3));
    await decide(db, into, { kind: 'dismiss', reason: 'other', note: '' }, '花子', at(4));
    expect((await purgeable(db, DAYS, MUCH_LATER)).dismissed).toBe(0); // held, as the part was
    await holdCase(db, into, null);
    expect((await purgeable(db, DAYS, MUCH_LATER)).dismissed).toBe(0); // somebody still means to ask
    const [day] = (await loadCare(db, part))!.followUps;
    await endFollowUp(db, part, day!.id, { by: '花子', at: at(5) });
    expect((await purge(db, DAYS, MUCH_LATER)).dismissed).toBe(1);
    expect(await loadCase(db, into)).toBeNull();
    expect(await loadCase(db, part)).toBeNull();
  });
});

describeStores('the notes of a case file', (store) => {
  it('stay readable when they are struck, and go with their case', async () => {
    const { db } = store();
    const id = (await mail(db, 1, 'a')).caseId!;
    const victim = { kind: 'person', as: 'victim', relation: 'family', name: '妻\0', words: '' } as const;
    await addCaseNote(db, id, victim, { by: '花子', at: at(2) });
    expect(await caseEntries(db, [id])).toMatchObject([
      { caseId: id, note: { ...victim, name: '妻\uFFFD' }, by: '花子', at: at(2), struck: null },
    ]);
    const [entry] = await caseEntries(db, [id]);
    expect(await strikeCaseNote(db, entry!.id, { by: '次郎', at: at(3), why: 'x' })).toBe(id);
    expect(await strikeCaseNote(db, entry!.id, { by: '三郎', at: at(4), why: 'y' })).toBe(id);
    expect(await caseEntries(db, [id])).toMatchObject([{ struck: { by: '次郎', at: at(3) } }]);
    await decide(db, id, { kind: 'dismiss', reason: 'other', note: '' }, '花子', at(3));
    expect((await purge(db, DAYS, MUCH_LATER)).dismissed).toBe(1);
    expect(await caseEntries(db, [id])).toEqual([]);
  });
});

import { beforeEach, expect, it } from 'vitest';
import { plainApproval } from '../../../src/cases/index.ts';
import {
  addConsultationNote,
  answerConsultation,
  answersToTell,
  casesToTell,
  decide,
  handIn,
  noteAnswersRead,
  noteAnswerTold,
  noteTold,
  ownConsultation,
  ownConsultations,
  type Reviewer,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { at, judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

const SEES = { seesConfidential: true };
const digest = (minute: number) => ({ kind: 'digest', before: at(minute) }) as const;

describeStores('an answer to a consultation', (store) => {
  let one: Reviewer;
  beforeEach(async () => {
    [one] = (await reviewers(store().db, 'one')) as [Reviewer];
  });

  it('is read by whoever handed it in, unread until they look', async () => {
    const { db } = store();
    const { id, caseId } = await handIn(db, newConsultation(one), at(1));
    const hasUnreadAnswer = async () => (await ownConsultations(db, one.id)).some(({ answered }) => answered);
    expect(await hasUnreadAnswer()).toBe(false);
    expect(await answerConsultation(db, caseId, 'ありがとうございます\0', { by: '窓口', at: at(2) })).toBe(true);
    expect(await hasUnreadAnswer()).toBe(true);
    expect(await ownConsultation(db, one.id, id)).toMatchObject({
      answered: true,
      notes: [{ author: 'answerer', by: '窓口', words: 'ありがとうございます\uFFFD', at: at(2) }],
    });
    await noteAnswersRead(db, id, at(3));
    expect(await hasUnreadAnswer()).toBe(false);
    await addConsultationNote(db, one.id, id, '自分の追記', at(4));
    expect(await hasUnreadAnswer()).toBe(false);
  });

  it('can be answered and added to after the decision', async () => {
    const { db } = store();
    const { id, caseId } = await handIn(db, newConsultation(one), at(1));
    await decide(db, caseId, plainApproval(['summons']), '窓口', at(2));
    expect(await addConsultationNote(db, one.id, id, 'あとから', at(3))).toBe(true);
    await answerConsultation(db, caseId, 'その後いかがですか', { by: '窓口', at: at(4) });
    expect(await addConsultationNote(db, one.id, id, '大丈夫です', at(5))).toBe(true);
    expect((await ownConsultation(db, one.id, id))!.notes.map(({ words }) => words)).toEqual([
      'あとから',
      'その後いかがですか',
      '大丈夫です',
    ]);
  });

  it('goes to nobody where the case began with a mail, and is the consultation desk’s where it is confidential', async () => {
    const { db } = store();
    const { caseId: plain } = await judgedMail(db, 1);
    expect(await answerConsultation(db, plain!, 'x', { by: 'a', at: at(2) })).toBe(false);
    const { caseId } = await handIn(db, newConsultation(one, { confidential: true }), at(1));
    expect(await answerConsultation(db, caseId, 'x', { by: 'a', at: at(2) })).toBe(false);
    expect(await answerConsultation(db, caseId, 'x', { by: 'a', at: at(2) }, SEES)).toBe(true);
  });

  it('is told to its reporter once, the newest alone, and not once it was read', async () => {
    const { db } = store();
    const { id, caseId } = await handIn(db, newConsultation(one, { confidential: true }), at(1));
    expect(await answersToTell(db)).toEqual([]);
    await answerConsultation(db, caseId, 'x', { by: 'a', at: at(2) }, SEES);
    await answerConsultation(db, caseId, 'y', { by: 'a', at: at(3) }, SEES);
    const [untold, ...more] = await answersToTell(db);
    expect(untold).toMatchObject({ consultation: id, email: 'one@example.jp' });
    expect(more).toEqual([]);
    await noteAnswerTold(db, untold!, at(4));
    expect(await answersToTell(db)).toEqual([]);
    await answerConsultation(db, caseId, 'z', { by: 'a', at: at(5) }, SEES);
    expect(await answersToTell(db)).toHaveLength(1);
    await noteAnswersRead(db, id, at(6));
    expect(await answersToTell(db)).toEqual([]);
  });

  it('makes what is added afterwards news for the next digest', async () => {
    const { db } = store();
    const { id, caseId } = await handIn(db, newConsultation(one), at(1));
    expect(await casesToTell(db, 'leads', digest(10))).toEqual([caseId]);
    await noteTold(db, 'leads', { kind: 'digest', subjects: [caseId], at: at(10) });
    await answerConsultation(db, caseId, 'x', { by: 'a', at: at(11) });
    expect(await casesToTell(db, 'leads', digest(20))).toEqual([]);
    await addConsultationNote(db, one.id, id, '追記', at(12));
    expect(await casesToTell(db, 'leads', digest(20))).toEqual([caseId]);
    await noteTold(db, 'leads', { kind: 'digest', subjects: [caseId], at: at(20) });
    expect(await casesToTell(db, 'leads', digest(30))).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import type { PersonId } from '../../../src/cases/index.ts';
import type { Day, DisclosureId } from '../../../src/response/index.ts';
import {
  addCooperation,
  addDisclosure,
  addExpert,
  addExpertRequest,
  addObjection,
  answerCooperation,
  decide,
  draftDisclosure,
  draftObjectionAnswer,
  dueDaysToTell,
  giveDisclosure,
  giveObjectionAnswer,
  handIn,
  heldToTell,
  loadObjection,
  noteForwarded,
  noteTold,
  purge,
  purgeable,
  waitingDays,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { at, judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

const day = (written: string) => written as Day;
const who = { by: '花子', at: at(0) };

describeStores('days on which an answer is due', (store) => {
  it('are told once when near and once when over, in order, to each channel', async () => {
    const { db } = store();
    const { caseId } = await judgedMail(db, 1);
    const expert = await addExpert(db, { kind: 'lawyer', name: '弁護士', contact: '' }, who);
    const asked = { caseId: caseId!, expertId: expert, question: 'ひみつ', handed: 'words' } as const;
    await addExpertRequest(db, { ...asked, due: day('2026-12-10') }, who);
    await addExpertRequest(db, { ...asked, due: null }, who);
    const told = async (today: string, channel = 'a') => {
      const due = await dueDaysToTell(db, channel, day(today));
      await noteTold(db, channel, { kind: 'due', subjects: due.map(({ subject }) => subject), at: at(1) });
      return due.map(({ kind, late }) => ({ kind, late }));
    };
    expect(await dueDaysToTell(db, 'a', day('2026-12-06'))).toEqual([]);
    const soon = await dueDaysToTell(db, 'a', day('2026-12-07'));
    expect(soon).toMatchObject([{ kind: 'expert', late: false }]);
    expect(soon[0]!.subject).not.toContain('ひみつ');
    expect(await told('2026-12-07')).toEqual([{ kind: 'expert', late: false }]);
    expect(await dueDaysToTell(db, 'a', day('2026-12-10'))).toEqual([]);
    expect(await told('2026-12-11')).toEqual([{ kind: 'expert', late: true }]);
    expect(await dueDaysToTell(db, 'a', day('2026-12-20'))).toEqual([]);
    expect(await told('2026-12-20', 'b')).toEqual([{ kind: 'expert', late: true }]); // all was down meanwhile: that it is late, alone
  });

  it('are those of objections and among employers, too, until they are answered', async () => {
    const { db } = store();
    const request = { direction: 'received', caseId: null, company: 'x', contact: '', words: 'x' } as const;
    const id = await addCooperation(db, { ...request, asked: day('2026-12-01'), due: day('2026-12-03') }, who);
    const objection = { caseId: null, letterId: null, measureId: null, from: 'x', words: 'x' };
    await addObjection(db, { ...objection, received: day('2026-12-01'), due: day('2026-12-02') }, who);
    const kinds = async () => (await waitingDays(db, ['objection', 'cooperation'])).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['objection', 'cooperation']);
    expect(await dueDaysToTell(db, 'a', day('2026-12-01'))).toHaveLength(2);
    expect(await answerCooperation(db, id, { words: 'x', day: day('2026-12-02') }, who)).toBe(true);
    expect(await kinds()).toEqual(['objection']);
    expect(await dueDaysToTell(db, 'a', day('2026-12-01'))).toHaveLength(1);
  });

  it('are those of requests about kept data, too, which are of no case', async () => {
    const { db } = store();
    await addDisclosure(
      db,
      {
        ...{ from: 'ひみつ', role: 'sender', identity: 'x', wants: ['copy'], words: 'x' },
        ...{ received: day('2026-12-01'), due: day('2026-12-05') },
      },
      who,
    );
    const [waiting] = await waitingDays(db, ['disclosure']);
    expect(waiting).toMatchObject({ kind: 'disclosure', caseId: null, due: '2026-12-05' });
    expect(await waitingDays(db, ['objection', 'cooperation', 'expert'])).toEqual([]);
    expect(await dueDaysToTell(db, 'a', day('2026-12-01'))).toEqual([]);
    const [soon] = await dueDaysToTell(db, 'a', day('2026-12-02'));
    expect(soon).toMatchObject({ kind: 'disclosure', late: false });
    expect(soon!.subject).not.toContain('ひみつ');
    await noteTold(db, 'a', { kind: 'due', subjects: [soon!.subject], at: at(1) });
    expect(await dueDaysToTell(db, 'a', day('2026-12-03'))).toEqual([]);
    expect(await dueDaysToTell(db, 'a', day('2026-12-06'))).toMatchObject([{ kind: 'disclosure', late: true }]);
    const id = waiting!.id as DisclosureId;
    const answer = { outcome: 'met', words: 'x', by: 'x', person: 'p' as PersonId, at: at(2) } as const;
    await draftDisclosure(db, id, answer);
    expect(await giveDisclosure(db, id, at(2), { ...who, day: day('2026-12-02') })).toBe(true);
    expect(await waitingDays(db, ['disclosure'])).toEqual([]);
    expect(await dueDaysToTell(db, 'a', day('2026-12-06'))).toEqual([]);
  });

  it('of a confidential case are told to no channel and shown to the consultation desk alone', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, 'employee');
    const { caseId } = await handIn(db, newConsultation(employee!, { confidential: true }), at(1));
    const objection = { caseId, letterId: null, measureId: null, from: 'x', words: 'x' };
    await addObjection(db, { ...objection, received: day('2026-12-01'), due: day('2026-12-02') }, who);
    expect(await dueDaysToTell(db, 'a', day('2026-12-02'))).toEqual([]);
    expect(await waitingDays(db, ['objection'])).toEqual([]);
    expect(await waitingDays(db, ['objection'], { seesConfidential: true })).toHaveLength(1);
  });

  it('keep a case while nobody has answered an objection in it', async () => {
    const { db } = store();
    const days = {
      verdictDays: 1,
      greyDays: 1,
      dismissedDays: 1,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 1,
      registerDays: 1,
    };
    const { caseId } = await judgedMail(db, 1);
    await decide(db, caseId!, { kind: 'dismiss', reason: 'joke', note: '' }, '花子', at(2));
    const [{ id: person } = { id: null }] = await reviewers(db, 'lead');
    const given = { letterId: null, measureId: null, from: 'x', words: 'x', received: day('2026-12-01') };
    const id = await addObjection(db, { ...given, caseId: caseId!, due: day('2026-12-02') }, who);
    const later = new Date(at(0).getTime() + 90 * 86_400_000);
    expect(await purgeable(db, days, later)).toMatchObject({ dismissed: 0 });
    const answer = { effect: 'upheld', reasons: 'x', by: '花子', person: person!, at: at(3) } as const;
    expect(await giveObjectionAnswer(db, id, at(3), { ...who, person: person! })).toBe(false);
    await draftObjectionAnswer(db, id, answer);
    expect(await giveObjectionAnswer(db, id, at(2), { ...who, person: person! })).toBe(false); // of another draft
    expect(await giveObjectionAnswer(db, id, at(3), { ...who, person: person! })).toBe(true);
    expect(await purge(db, days, later)).toMatchObject({ dismissed: 1 });
    expect(await loadObjection(db, id)).toBeNull();
  });

  it('go when they were answered long ago and belong to no case', async () => {
    const { db } = store();
    const days = {
      verdictDays: 1,
      greyDays: 1,
      dismissedDays: 1,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 1,
      registerDays: 1,
    };
    const request = { direction: 'sent', caseId: null, company: 'x', contact: '', words: 'x' } as const;
    const id = await addCooperation(db, { ...request, asked: day('2026-12-01'), due: day('2026-12-03') }, who);
    const later = new Date(at(0).getTime() + 90 * 86_400_000);
    await purge(db, days, later);
    expect(await waitingDays(db, ['cooperation'])).toHaveLength(1);
    await answerCooperation(db, id, { words: 'x', day: day('2026-12-02') }, who);
    await purge(db, days, later);
    expect(await answerCooperation(db, id, { words: 'x', day: day('2026-12-02') }, who)).toBe(false);
  });
});

describeStores('mails that wait for the consultation desk', (store) => {
  it('are told once, those for the desk alone never', async () => {
    const { db } = store();
    const held = {
      source: 'consult',
      state: 'held',
      because: 'unproven',
      sender: 'hanako@example.jp',
      subject: 'ひみつ',
      receivedAt: at(1),
      arrivedAt: at(1),
      size: 1,
      raw: new Uint8Array([1]),
    } as const;
    await noteForwarded(db, { ...held, key: 'a' });
    await noteForwarded(db, { ...held, key: 'b', confidential: true });
    expect(await heldToTell(db, 'a', at(1))).toEqual([]); // it came only now
    const told = await heldToTell(db, 'a', at(2));
    expect(told).toHaveLength(1);
    await noteTold(db, 'a', { kind: 'held', subjects: told, at: at(2) });
    expect(await heldToTell(db, 'a', at(3))).toEqual([]);
    expect(await heldToTell(db, 'b', at(3))).toEqual(told);
  });
});

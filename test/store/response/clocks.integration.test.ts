import { expect, it } from 'vitest';
import { refreshClocks } from '../../../src/actions/index.ts';
import { type CaseId, plainApproval } from '../../../src/cases/index.ts';
import { CARE_POINTS, SHIPPED_PLAN } from '../../../src/response/index.ts';
import {
  addRules,
  clockList,
  clockSubject,
  clocksToTell,
  countLate,
  type Db,
  decide,
  firstClocks,
  handIn,
  noteLooked,
  noteTold,
  provenanceOf,
  purge,
  rulesOf,
  writeCarePoint,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeVerdict } from '../write.ts';

const EVER = new Date('2100-01-01T00:00:00Z'); // whatever runs is over by then
const DESK = { seesConfidential: true };
const who = { by: '花子', person: null, at: at(0) };
const adopt = (db: Db) => addRules(db, 'escalation', 0, { rules: SHIPPED_PLAN, ...who });
const refresh = (db: Db, minute: number) => refreshClocks({ db, now: () => at(minute), timeZone: 'Asia/Tokyo' });
const URGENT = { assessment: assessment('urgent') };
const urgent = async (db: Db, minute: number): Promise<CaseId> =>
  (await judgedMail(db, minute, { assessment: assessment('urgent'), screenedAt: at(minute) })).caseId!;
const list = async (db: Db, sight = { seesConfidential: false }) =>
  (await clockList(db, { limit: 9, offset: 0 }, sight, EVER)).map(({ id, step, dueAt }) => [id, step, dueAt]);
const toTell = async (db: Db, kind: 'reminder' | 'late', minute: number) =>
  (await clocksToTell(db, 'leads', { kind, pressing: true, by: at(minute), now: at(minute) })).map(({ id, step }) => [
    id,
    step,
  ]);

describeStores('the rules of a company', (store) => {
  it('are kept in every version, and who did not see the newest writes none', async () => {
    const { db } = store();
    expect(await rulesOf(db, 'escalation')).toEqual([]);
    expect(await adopt(db)).toBe(true);
    expect(await adopt(db)).toBe(false);
    expect(await addRules(db, 'escalation', 1, { rules: { x: 1 }, ...who, at: at(5) })).toBe(true);
    expect((await rulesOf(db, 'escalation')).map(({ version, at }) => [version, at])).toEqual([
      [2, at(5)],
      [1, at(0)],
    ]);
    expect(await rulesOf(db, 'measures')).toEqual([]);
  });
});

describeStores('the clocks of cases', (store) => {
  it('begin when a case was flagged, are the same however often they are made, and end when somebody looks and decides', async () => {
    const { db } = store();
    await adopt(db);
    const id = await urgent(db, 60); // 10:00 in Tokyo, a Thursday
    const expected = [
      [id, 'look', at(90)],
      [id, 'decide', at(24 * 60 + 9 * 60)],
    ];
    for (const minute of [61, 62, 900]) {
      await refresh(db, minute);
      expect(await list(db)).toEqual(expected);
    }
    await noteLooked(db, id, at(70));
    expect(await list(db)).toEqual(expected.slice(1));
    await refresh(db, 71);
    expect(await list(db)).toEqual(expected.slice(1));
    await decide(db, id, { kind: 'dismiss', reason: 'joke', note: '' }, '花子', at(80));
    expect(await list(db)).toEqual([]); // before anybody has made them anew
    await refresh(db, 81);
    expect(await list(db)).toEqual([]);
    await decide(db, id, { kind: 'reopen', note: '' }, '花子', at(100));
    await refresh(db, 101);
    expect((await list(db)).map(([, step]) => step)).toEqual(['decide']);
  });

  it('of what was handed in begin on that day, and are those of an urgent case where a grave act was told', async () => {
    const { db } = store();
    await adopt(db);
    const [person] = await reviewers(db, 'employee');
    const given = newConsultation(person!);
    const raw = Buffer.from('X-Komainu-Incident: yes\r\n\r\n殴られました\r\n');
    const { caseId } = await handIn(db, { ...given, mail: { raw, receivedAt: at(-9000) } }, at(60)); // told a week later
    const [mail] = await provenanceOf(db, caseId);
    const judged = { assessment: assessment('review', ['physical-violence']), screenedAt: at(600) };
    await writeVerdict(db, verdictOf(mail!.mailId, judged));
    await refresh(db, 601);
    expect(await list(db)).toEqual([
      [caseId, 'look', at(90)],
      [caseId, 'decide', at(24 * 60 + 9 * 60)],
    ]);
  });

  it('are made of many cases together, each by what it is', async () => {
    const { db } = store();
    await adopt(db);
    const [open, seen, dismissed] = [await urgent(db, 60), await urgent(db, 61), await urgent(db, 62)];
    await refresh(db, 63);
    await noteLooked(db, seen, at(70));
    await decide(db, dismissed, { kind: 'dismiss', reason: 'joke', note: '' }, '花子', at(71));
    const later = await urgent(db, 72);
    await refresh(db, 73);
    const steps = new Map<CaseId, string[]>();
    for (const { id, step } of await clockList(db, { limit: 99, offset: 0 }, DESK, EVER))
      steps.set(id, [...(steps.get(id) ?? []), step]);
    expect([open, seen, dismissed, later].map((id) => steps.get(id)?.sort())).toEqual([
      ['decide', 'look'],
      ['decide'],
      undefined,
      ['decide', 'look'],
    ]);
  });

  it('ask for another look when more comes in after the last one', async () => {
    const { db } = store();
    await adopt(db);
    const first = await judgedMail(db, 60, { ...URGENT, messageId: 'first', screenedAt: at(60) });
    await refresh(db, 61);
    await noteLooked(db, first.caseId!, at(70));
    const grey = { assessment: assessment('grey'), references: ['first'], screenedAt: at(72) };
    expect((await judgedMail(db, 72, grey)).caseId).toBe(first.caseId);
    await refresh(db, 73);
    expect((await list(db)).map(([, step]) => step)).toEqual(['decide']); // less than what was seen
    await judgedMail(db, 75, { ...URGENT, references: ['first'], screenedAt: at(75) });
    await refresh(db, 76);
    expect((await list(db))[0]).toEqual([first.caseId, 'look', at(105)]);
  });

  it('of an approved case run until the person concerned was seen to', async () => {
    const { db } = store();
    await adopt(db);
    const id = await urgent(db, 60);
    await decide(db, id, { ...plainApproval(['insult-person']), severity: 3 }, '花子', at(120));
    await refresh(db, 121);
    expect((await list(db)).map(([one, step]) => [one, step])).toEqual([[id, 'care']]);
    for (const point of CARE_POINTS)
      await writeCarePoint(db, id, point, { state: 'done', note: '' }, { by: 'x', at: at(130) });
    await refresh(db, 131);
    expect(await list(db)).toEqual([]);
  });

  it('are none of cases that were flagged before there was a matrix', async () => {
    const { db } = store();
    await urgent(db, -10);
    await adopt(db);
    await refresh(db, 1);
    expect(await list(db)).toEqual([]);
  });

  it('are told once each, to remind while there is time or because it is late, though nobody could tell for long', async () => {
    const { db } = store();
    await adopt(db);
    const id = await urgent(db, 60);
    await refresh(db, 61);
    expect(await toTell(db, 'reminder', 74)).toEqual([]);
    expect(await toTell(db, 'reminder', 75)).toEqual([[id, 'look']]);
    expect(await toTell(db, 'late', 89)).toEqual([]);
    // the service stands still until long after it was due: late is told, the reminder is not
    expect(await toTell(db, 'reminder', 5000)).toEqual([]);
    expect(await toTell(db, 'late', 5000)).toEqual([
      [id, 'look'],
      [id, 'decide'],
    ]);
    const clocks = await clocksToTell(db, 'leads', { kind: 'late', pressing: true, by: at(5000), now: at(5000) });
    await noteTold(db, 'leads', { kind: 'late', subjects: clocks.map(clockSubject), at: at(5000) });
    await refresh(db, 5001);
    expect(await toTell(db, 'late', 5001)).toEqual([]);
    for (const minute of [70, 95, 9000]) expect(await toTell(db, 'late', minute)).toEqual([]); // the clock is set back and ahead
    expect(await countLate(db, at(5000))).toBe(2);
    const other = await clocksToTell(db, 'others', { kind: 'late', pressing: true, by: at(95), now: at(95) });
    expect(other.map(({ step }) => step)).toEqual(['look']);
  });

  it('that are less pressing are told with the digest, up to its time', async () => {
    const { db } = store();
    await adopt(db);
    const { caseId: id } = await judgedMail(db, 60, { screenedAt: at(60) });
    await refresh(db, 61);
    const ask = (pressing: boolean, by: number) =>
      clocksToTell(db, 'leads', { kind: 'late', pressing, by: at(by), now: at(99_999) });
    expect(await ask(true, 99_999)).toEqual([]);
    expect(await ask(false, 61)).toEqual([]);
    expect((await ask(false, 99_999)).map((one) => one.id)).toEqual([id, id]);
  });

  it('of a confidential case are there for the consultation desk alone, and no channel hears of them', async () => {
    const { db } = store();
    await adopt(db);
    const [person] = await reviewers(db, 'employee');
    const { caseId: id } = await handIn(db, newConsultation(person!, { confidential: true }), at(60));
    await refresh(db, 61);
    expect(await list(db)).toEqual([]);
    expect(await countLate(db, at(99_999))).toBe(0);
    expect((await firstClocks(db, [id])).size).toBe(0);
    expect((await list(db, DESK)).map(([one]) => one)).toEqual([id, id]);
    expect((await firstClocks(db, [id], DESK)).get(id)).toMatchObject({ step: 'look' });
    for (const pressing of [true, false])
      expect(await clocksToTell(db, 'leads', { kind: 'late', pressing, by: at(99_999), now: at(99_999) })).toEqual([]);
  });

  it('go with their case', async () => {
    const { db } = store();
    await adopt(db);
    const id = await urgent(db, 60);
    await refresh(db, 61);
    await decide(db, id, { kind: 'dismiss', reason: 'joke', note: '' }, '花子', at(80));
    await noteTold(db, 'leads', { kind: 'late', subjects: [`${id} look 1`], at: at(81) });
    const days = {
      verdictDays: 36_500,
      greyDays: 1,
      dismissedDays: 1,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 1,
      registerDays: 1,
    };
    expect(await purge(db, days, at(10 * 1440))).toMatchObject({ dismissed: 1 });
    for (const table of ['case_clock', 'case_escalation', 'notice']) {
      const { rows } = (await db.execute(`select count(*)::int as n from komainu.${table}`)) as unknown as {
        rows: { n: number }[];
      };
      expect([table, rows[0]!.n]).toEqual([table, 0]);
    }
  });
});

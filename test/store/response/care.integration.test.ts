import { expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../src/cases/index.ts';
import { CARE_POINTS, type Day } from '../../../src/response/index.ts';
import {
  careList,
  careToTell,
  type Db,
  decide,
  endFollowUp,
  handIn,
  loadCare,
  noteTold,
  planFollowUp,
  purge,
  writeCarePoint,
  writeRecurrence,
} from '../../../src/store/index.ts';
import { caseId } from '../../support/ids.ts';
import { reviewers } from '../reviewers.ts';
import { at, judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

const day = (written: string) => written as Day;
const TODAY = day('2026-10-02');
const who = { by: '花子\0', at: at(5) };
const SEES = { seesConfidential: true };
const list = (db: Db, visibility = { seesConfidential: false }) =>
  careList(db, { today: TODAY, limit: 10, offset: 0 }, visibility);

async function approved(db: Db, minute: number): Promise<CaseId> {
  const { caseId } = await judgedMail(db, minute);
  await decide(db, caseId!, plainApproval(['insult-person']), '花子', at(minute + 1));
  return caseId!;
}

describeStores('the care list of a case', (store) => {
  it('keeps the newest word on each point, and everything planned', async () => {
    const { db } = store();
    const { caseId: id } = await judgedMail(db, 1);
    expect(await loadCare(db, id!)).toEqual({
      ...{ caseId: id, records: {}, followUps: [], recurrence: null },
      stopped: false,
    });
    await writeCarePoint(db, id!, 'health', { state: 'declined', note: '本人が望まない' }, who);
    await writeCarePoint(db, id!, 'health', { state: 'done', note: '産業医\0' }, { by: '太郎', at: at(6) });
    await planFollowUp(db, id!, { due: day('2026-11-01'), note: '' }, who);
    await planFollowUp(db, id!, { due: day('2026-10-03'), note: '電話で' }, who);
    await writeRecurrence(db, id!, '窓口の案内文を直す', who);
    const care = (await loadCare(db, id!))!;
    expect(care.records).toEqual({ health: { state: 'done', note: '産業医\uFFFD', by: '太郎', at: at(6) } });
    expect(care.followUps.map(({ due, note, by, done }) => ({ due, note, by, done }))).toEqual([
      { due: '2026-10-03', note: '電話で', by: '花子\uFFFD', done: null },
      { due: '2026-11-01', note: '', by: '花子\uFFFD', done: null },
    ]);
    expect(care.recurrence).toEqual({ note: '窓口の案内文を直す', by: '花子\uFFFD', at: at(5) });
  });

  it('keeps who asked first', async () => {
    const { db } = store();
    const { caseId: id } = await judgedMail(db, 1);
    await planFollowUp(db, id!, { due: TODAY, note: '' }, who);
    const [planned] = (await loadCare(db, id!))!.followUps;
    expect(await endFollowUp(db, id!, planned!.id, { by: '太郎', at: at(6) })).toBe(true);
    expect(await endFollowUp(db, id!, planned!.id, { by: '次郎', at: at(7) })).toBe(true);
    expect((await loadCare(db, id!))!.followUps[0]!.done).toEqual({ by: '太郎', at: at(6) });
  });

  it('writes nothing to a case that is not there, or a day of another case', async () => {
    const { db } = store();
    const one = (await judgedMail(db, 1)).caseId!;
    const other = (await judgedMail(db, 2)).caseId!;
    await planFollowUp(db, one, { due: TODAY, note: '' }, who);
    const [planned] = (await loadCare(db, one))!.followUps;
    expect(await endFollowUp(db, other, planned!.id, who)).toBe(false);
    expect((await loadCare(db, one))!.followUps[0]!.done).toBeNull();
    const none = caseId('999');
    expect(await loadCare(db, none)).toBeNull();
    expect(await writeCarePoint(db, none, 'desk', { state: 'done', note: '' }, who)).toBe(false);
    expect(await planFollowUp(db, none, { due: TODAY, note: '' }, who)).toBe(false);
    expect(await writeRecurrence(db, none, 'x', who)).toBe(false);
  });

  it('of a confidential case is there for the consultation desk alone, and no channel hears of it', async () => {
    const { db } = store();
    const [person] = await reviewers(db, 'reporter');
    const given = {
      channel: 'phone',
      happenedAt: at(1),
      happenedAbout: null,
      otherSide: 'x',
      words: 'x',
      wish: '',
      mail: null,
      from: '',
      subject: '',
    } as const;
    const { caseId: id } = await handIn(db, { ...given, confidential: true, person: person! }, at(2));
    expect(await loadCare(db, id)).toBeNull();
    expect(await planFollowUp(db, id, { due: TODAY, note: '' }, who)).toBe(false);
    expect(await planFollowUp(db, id, { due: TODAY, note: '' }, who, SEES)).toBe(true);
    expect((await loadCare(db, id, SEES))!.followUps).toHaveLength(1);
    expect(await list(db)).toEqual([]);
    expect((await list(db, SEES)).map((one) => one.id)).toEqual([id]);
    expect(await careToTell(db, 'leads', TODAY)).toEqual([]);
  });
});

describeStores('what is left to do for people', (store) => {
  it('is every approved case with an open point, the newest first, and planned days of any case; due ones lead', async () => {
    const { db } = store();
    const early = await approved(db, 1);
    const late = await approved(db, 10);
    const open = (await judgedMail(db, 20)).caseId!;
    expect(await list(db)).toEqual([
      { id: late, status: 'approved', decidedAt: at(11), open: 7, due: null, followUp: null },
      { id: early, status: 'approved', decidedAt: at(2), open: 7, due: null, followUp: null },
    ]);
    await planFollowUp(db, early, { due: day('2026-10-03'), note: '' }, who);
    await planFollowUp(db, open, { due: TODAY, note: '' }, who);
    expect((await list(db)).map(({ id, open, due }) => ({ id, open, due }))).toEqual([
      { id: open, open: 0, due: TODAY },
      { id: late, open: 7, due: null },
      { id: early, open: 6, due: '2026-10-03' },
    ]);
  });

  it('is over when every point was seen to and nobody means to ask any more', async () => {
    const { db } = store();
    const id = await approved(db, 1);
    for (const point of CARE_POINTS) await writeCarePoint(db, id, point, { state: 'done', note: '' }, who);
    expect(await list(db)).toEqual([]);
    await planFollowUp(db, id, { due: TODAY, note: '' }, who);
    const [planned] = (await loadCare(db, id))!.followUps;
    expect((await list(db)).map(({ open, followUp }) => ({ open, followUp }))).toEqual([
      { open: 0, followUp: planned!.id },
    ]);
    await endFollowUp(db, id, planned!.id, who);
    expect(await list(db)).toEqual([]);
    await writeCarePoint(db, id, 'wishes', { state: 'open', note: '' }, who);
    expect((await list(db)).map(({ open }) => open)).toEqual([1]);
  });

  it('is told to a channel on its day, once', async () => {
    const { db } = store();
    const id = await approved(db, 1);
    await planFollowUp(db, id, { due: TODAY, note: '' }, who);
    await planFollowUp(db, id, { due: TODAY, note: 'もう一人' }, who);
    await planFollowUp(db, id, { due: day('2026-10-09'), note: '' }, who);
    expect(await careToTell(db, 'leads', day('2026-10-01'))).toEqual([]);
    expect(await careToTell(db, 'leads', TODAY)).toEqual([{ id, due: TODAY }]);
    await noteTold(db, 'leads', { kind: 'care', subjects: [`${id} ${TODAY}`], at: at(5) });
    expect(await careToTell(db, 'leads', TODAY)).toEqual([]);
    expect(await careToTell(db, 'others', TODAY)).toEqual([{ id, due: TODAY }]);
    expect(await careToTell(db, 'leads', day('2026-10-09'))).toEqual([{ id, due: '2026-10-09' }]);
  });

  it('keeps a case from being deleted while somebody means to ask; then all of it goes', async () => {
    const { db } = store();
    const id = await approved(db, 1);
    await writeCarePoint(db, id, 'desk', { state: 'done', note: '' }, who);
    await writeRecurrence(db, id, 'x', who);
    await planFollowUp(db, id, { due: TODAY, note: '' }, who);
    await noteTold(db, 'leads', { kind: 'care', subjects: [`${id} ${TODAY}`], at: at(5) });
    const days = {
      verdictDays: 36_500,
      greyDays: 1,
      dismissedDays: 1,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 1,
      registerDays: 1,
    };
    const later = new Date(at(1).getTime() + 10 * 86_400_000);
    expect(await purge(db, days, later)).toMatchObject({ approved: 0 });
    const [planned] = (await loadCare(db, id))!.followUps;
    await endFollowUp(db, id, planned!.id, who);
    expect(await purge(db, days, later)).toMatchObject({ approved: 1 });
    for (const table of ['care_point', 'follow_up', 'recurrence', 'notice']) {
      const { rows } = (await db.execute(`select count(*)::int as n from komainu.${table}`)) as unknown as {
        rows: { n: number }[];
      };
      expect([table, rows[0]!.n]).toEqual([table, 0]);
    }
  });
});

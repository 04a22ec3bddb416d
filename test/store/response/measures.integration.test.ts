import { expect, it } from 'vitest';
import { type CaseId, type CaseMail, plainApproval } from '../../../src/cases/index.ts';
import { GATES, type Gates, type MeasureId } from '../../../src/response/index.ts';
import {
  addCounterparty,
  addDemandAnswer,
  addMeasure,
  type Db,
  decide,
  demandsAround,
  endProposal,
  handIn,
  liftMeasure,
  loadCase,
  measureList,
  measuresAgainst,
  measuresOfCase,
  nameCounterparty,
  purge,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeVerdict } from '../write.ts';

const DESK = { seesConfidential: true };
const FACTS = {
  kind: 'company',
  name: '株式会社あいて',
  domains: ['example.co.jp'],
  addresses: [],
  postal: '',
  contacts: [],
  clause: null,
  capital: null,
  staff: null,
  notes: '',
} as const;
const party = (db: Db) => addCounterparty(db, FACTS, { by: '花子', at: at(0) });
const gates = Object.fromEntries(GATES.map((gate) => [gate, { answer: 'clear', note: '' }])) as Gates;
const hand = (minute: number) => ({ by: '花子\0', person: null, at: at(minute) });

async function approved(db: Db, minute: number, acts = ['apology-demand'] as const): Promise<CaseId> {
  const { caseId } = await judgedMail(db, minute, { assessment: assessment('review', acts) });
  await decide(db, caseId!, plainApproval(acts), '花子', at(minute + 1));
  return caseId!;
}

async function proposed(db: Db, caseId: CaseId): Promise<MeasureId> {
  const counterparty = await party(db);
  const id = await addMeasure(db, {
    caseId,
    counterpartyId: counterparty.id,
    step: 'warning',
    ruleVersion: 1,
    reason: '続いた\0',
    gates,
    opinion: null,
    decisions: 1,
    proposed: hand(10),
  });
  return id!;
}

const YES = { what: 'approved', note: '', shown: true } as const;

describeStores('measures', (store) => {
  it('are kept with who did what, each once', async () => {
    const { db } = store();
    const caseId = await approved(db, 1);
    const id = await proposed(db, caseId);
    expect(await measuresOfCase(db, caseId)).toMatchObject([
      {
        id,
        step: 'warning',
        reason: '続いた\uFFFD',
        outcome: null,
        lifted: null,
        proposed: { by: '花子\uFFFD', at: at(10) },
      },
    ]);
    expect(await liftMeasure(db, caseId, id, { ...hand(11), note: 'x' })).toBe(false); // it is not in force yet
    expect(await endProposal(db, caseId, id, { ...hand(12), ...YES })).toBe(true);
    expect(await endProposal(db, caseId, id, { ...hand(13), what: 'declined', note: '', shown: true })).toBe(false);
    expect(await liftMeasure(db, caseId, id, { ...hand(14), note: '改まった' })).toBe(true);
    expect(await liftMeasure(db, caseId, id, { ...hand(15), note: 'もう一度' })).toBe(false);
    expect(await measuresOfCase(db, caseId)).toMatchObject([
      { outcome: { what: 'approved', at: at(12) }, lifted: { note: '改まった', at: at(14) } },
    ]);
  });

  it('wait one at a time', async () => {
    const { db } = store();
    const caseId = await approved(db, 1);
    await proposed(db, caseId);
    const [{ counterpartyId } = { counterpartyId: null }] = await measuresOfCase(db, caseId);
    const again = { caseId, step: 'caution', ruleVersion: 1, reason: 'x', gates, opinion: null, decisions: 1 } as const;
    expect(await addMeasure(db, { ...again, counterpartyId: counterpartyId!, proposed: hand(11) })).toBeNull();
  });

  it('are in force against the counterparty while approved, not lifted, and their case stands', async () => {
    const { db } = store();
    const caseId = await approved(db, 1);
    const id = await proposed(db, caseId);
    const [{ counterpartyId } = { counterpartyId: null }] = await measuresOfCase(db, caseId);
    const inForce = async () => (await measuresAgainst(db, counterpartyId!)).map(({ step, since }) => [step, since]);
    expect(await inForce()).toEqual([]);
    await endProposal(db, caseId, id, { ...hand(12), ...YES });
    expect(await inForce()).toEqual([['warning', at(12)]]);
    expect(await measureList(db, { limit: 9, offset: 0 })).toMatchObject([{ counterparty: '株式会社あいて', caseId }]);
    await decide(db, caseId, { kind: 'reopen', note: '' }, '花子', at(20));
    expect(await inForce()).toEqual([]);
    await decide(db, caseId, plainApproval(['apology-demand']), '花子', at(21));
    expect(await inForce()).toEqual([]); // what was decided before is not decided again
  });

  it('of a confidential case are shown without it to all but the consultation desk', async () => {
    const { db } = store();
    const [person] = await reviewers(db, 'employee');
    const { caseId } = await handIn(db, newConsultation(person!, { confidential: true }), at(1));
    await decide(db, caseId, plainApproval(['sexual']), '窓口', at(2), { visibility: DESK });
    const id = await proposed(db, caseId);
    expect(await measuresOfCase(db, caseId)).toEqual([]);
    await endProposal(db, caseId, id, { ...hand(12), ...YES });
    const slice = { limit: 9, offset: 0 };
    expect((await measureList(db, slice)).map((one) => one.caseId)).toEqual([null]);
    expect((await measureList(db, slice, DESK)).map((one) => one.caseId)).toEqual([caseId]);
  });

  it('of a confidential case are there for nobody else where the second person said so', async () => {
    const { db } = store();
    const [person] = await reviewers(db, 'employee');
    const { caseId } = await handIn(db, newConsultation(person!, { confidential: true }), at(1));
    await decide(db, caseId, plainApproval(['sexual']), '窓口', at(2), { visibility: DESK });
    const id = await proposed(db, caseId);
    await endProposal(db, caseId, id, { ...hand(12), ...YES, shown: false });
    const [{ counterpartyId } = { counterpartyId: null }] = await measuresOfCase(db, caseId, DESK);
    const slice = { limit: 9, offset: 0 };
    expect(await measureList(db, slice)).toEqual([]);
    expect(await measuresAgainst(db, counterpartyId!)).toEqual([]);
    expect((await measureList(db, slice, DESK)).map((one) => one.caseId)).toEqual([caseId]);
  });

  it('keep their case until they are lifted; then all of it goes', async () => {
    const { db } = store();
    const caseId = await approved(db, 1);
    const id = await proposed(db, caseId);
    await addDemandAnswer(db, caseId, { at: at(3), note: 'お断りした' }, { by: '花子', at: at(4) });
    const days = {
      verdictDays: 36_500,
      greyDays: 1,
      dismissedDays: 1,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 1,
      registerDays: 1,
    };
    const later = at(10 * 1440);
    expect(await purge(db, days, later)).toMatchObject({ approved: 0 });
    await endProposal(db, caseId, id, { ...hand(12), ...YES });
    expect(await purge(db, days, later)).toMatchObject({ approved: 0 });
    await liftMeasure(db, caseId, id, { ...hand(14), note: 'x' });
    expect(await purge(db, days, later)).toMatchObject({ approved: 1 });
    for (const table of ['measure', 'demand_answer']) {
      const { rows } = (await db.execute(`select 1 from komainu.${table}`)) as unknown as { rows: unknown[] };
      expect([table, rows]).toEqual([table, []]);
    }
  });
});

describeStores('demands around a case', (store) => {
  it('are those of its counterparty and thread that a person approved, and its own', async () => {
    const { db } = store();
    const own = await party(db);
    const one = await approved(db, 1);
    const dismissed = (await judgedMail(db, 5, { assessment: assessment('review', ['apology-demand']) })).caseId!;
    await decide(db, dismissed, { kind: 'dismiss', reason: 'complaint', note: '' }, '花子', at(6));
    const [person] = await reviewers(db, 'reporter');
    const secret = (await handIn(db, newConsultation(person!, { confidential: true, mail: true }), at(7))).caseId;
    await nameCounterparty(db, secret, own.id, { by: '窓口', at: at(8) }, DESK);
    const open = (await judgedMail(db, 20, { assessment: assessment('review', ['apology-demand', 'insult-person']) }))
      .caseId!;
    await addDemandAnswer(db, one, { at: at(10), note: '' }, { by: '花子', at: at(11) });
    const { demands, answers } = await demandsAround(db, open, own);
    expect(demands.map(({ caseId, at }) => [caseId, at]).sort()).toEqual(
      [
        [one, at(1)],
        [open, at(20)],
      ].sort(),
    );
    expect(answers).toEqual([at(10)]);
    expect((await demandsAround(db, open, null)).demands.map(({ caseId }) => caseId)).toEqual([open]);
    expect(await demandsAround(db, secret, own)).toEqual({ demands: [], answers: [] });
  });

  it('of a call that was put to the counterparty are those that a person found in it, whatever was found in the words', async () => {
    const { db } = store();
    const own = await party(db);
    const [person] = await reviewers(db, 'reporter');
    const { caseId } = await handIn(db, newConsultation(person!, { mail: true }), at(3));
    const [{ mailId }] = (await loadCase(db, caseId))!.items as [CaseMail];
    await writeVerdict(db, verdictOf(mailId, { assessment: assessment('ordinary', []) }));
    await nameCounterparty(db, caseId, own.id, { by: '花子', at: at(4) });
    const open = (await judgedMail(db, 20, { assessment: assessment('review', ['discount-demand']) })).caseId!;
    const acts = async () => (await demandsAround(db, open, own)).demands.map(({ acts }) => acts);
    expect(await acts()).toEqual([['discount-demand']]); // nobody has judged the call yet
    await decide(db, caseId, plainApproval(['discount-demand']), '花子', at(6));
    expect(await acts()).toEqual([['discount-demand'], ['discount-demand']]);
  });
});

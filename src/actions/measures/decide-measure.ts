import type { CaseId } from '../../cases/index.ts';
import {
  approverProblem,
  isYounger,
  type Measure,
  type MeasureId,
  type MeasureOutcome,
  type MeasureRules,
  obstaclesTo,
  type RuleVersion,
  ruleOf,
  type StepRule,
} from '../../response/index.ts';
import {
  caseOrigin,
  type Db,
  endProposal,
  liftMeasure,
  loadCounterparty,
  measuresOfCase,
  rulesOf,
  type Visibility,
} from '../../store/index.ts';
import { type PersonActor, requirePerson } from '../actor.ts';
import { act } from '../kernel/act.ts';
import { choice, rowId, text, usualChoice } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { requireReady } from './ready.ts';

const OF_SECOND = ['approved', 'declined'] as const satisfies readonly MeasureOutcome[];

/**
 * Approves or declines a proposal as the second person, whom the rules name by role and who did not propose it. What the proposal stood on is
 * asked once more: the case, which was not opened again since, the care list, and the gates with the clause as it is on file now.
 *
 * @throws Refusal `people-only`, `not-there` where the case has no such proposal, `own-proposal`, `wrong-role`, `measure-decided`, and for an approval
 * `case-status`, `care-open`, `measure-stale` or `gates-open`.
 */
export const decideMeasure = act({
  path: '/cases/:id/measures/:measure/outcome',
  right: 'measures.decide',
  audit: ({ what }) => (what === 'approved' ? 'measure.approve' : 'measure.decline'),
  about: 'id',
  ask: {
    id: rowId<CaseId>(),
    measure: rowId<MeasureId>(),
    what: choice(OF_SECOND),
    note: text(1000, 'maybe'),
    shown: usualChoice('no', ['no', 'yes']), // at other cases of the counterparty; of a confidential case not, unless somebody says so
  },
  logged: [],
  async do(tx, { id, measure: measureId, what, note, shown }, { actor, by, at, sight }) {
    const person = requirePerson(actor);
    const measure = await requireMeasure(tx, sight, id, measureId);
    const rules = (await rulesOf<MeasureRules>(tx, 'measures')).find((one) => one.version === measure.ruleVersion)!;
    requireSecondPerson(person, measure, ruleOf(rules.rules, measure.step));
    if (what === 'approved') {
      await requireReady(tx, actor, id);
      if (measure.stale) throw new Refusal({ code: 'measure-stale' });
      await requireGates(tx, sight, measure, rules);
    }
    const confidential = (await caseOrigin(tx, id, sight))?.confidential === true;
    const seen = !confidential || shown === 'yes'; // those who serve the counterparty know of every other one
    if (!(await endProposal(tx, id, measureId, { what, note, shown: seen, by, person: person.id, at })))
      throw new Refusal({ code: 'measure-decided' });
    return { ...measure, told: confidential && what === 'approved' ? seen : null };
  },
  told: ({ told, ...measure }) => ({ ...proposalOf(measure), ...(told === null ? {} : { shown: told }) }),
  to: ({ id }) => `case/${id}`,
});

/** Withdraws one's own proposal. @throws Refusal as above, `not-allowed` for one of somebody else's */
export const withdrawMeasure = act({
  path: '/cases/:id/measures/:measure/withdraw',
  right: 'cases.decide',
  audit: 'measure.withdraw',
  about: 'id',
  ask: { id: rowId<CaseId>(), measure: rowId<MeasureId>() },
  logged: [],
  async do(tx, { id, measure: measureId }, { actor, by, at, sight }) {
    const person = requirePerson(actor);
    const measure = await requireMeasure(tx, sight, id, measureId);
    if (measure.proposed.person !== person.id) throw new Refusal({ code: 'not-allowed' });
    const shown = (await caseOrigin(tx, id, sight))?.confidential !== true;
    if (!(await endProposal(tx, id, measureId, { what: 'withdrawn', note: '', shown, by, person: person.id, at })))
      throw new Refusal({ code: 'measure-decided' });
    return measure;
  },
  told: (measure) => proposalOf(measure),
  to: ({ id }) => `case/${id}`,
});

const proposalOf = ({ id, step, ruleVersion }: Pick<Measure, 'id' | 'step' | 'ruleVersion'>) => ({
  measure: id,
  step,
  rules: ruleVersion,
});

/**
 * Ends a measure that is in force, with a reason. One person is enough for what takes nothing from anybody.
 *
 * @throws Refusal `not-there` or `measure-decided`.
 */
export const endMeasure = act({
  path: '/cases/:id/measures/:measure/lift',
  right: 'measures.decide',
  for: ['programs', 'commands'],
  audit: 'measure.lift',
  about: 'id',
  ask: { id: rowId<CaseId>(), measure: rowId<MeasureId>(), note: text(1000) },
  logged: ['measure'],
  async do(tx, { id, measure: measureId, note }, { by, person, at, sight }) {
    const measure = await requireMeasure(tx, sight, id, measureId);
    if (!(await liftMeasure(tx, id, measureId, { note, by, person, at })))
      throw new Refusal({ code: 'measure-decided' });
    return measure;
  },
  told: ({ step }) => ({ step }),
  to: ({ id }) => `case/${id}`,
});

async function requireMeasure(
  tx: Db,
  sight: Visibility,
  id: CaseId,
  measureId: MeasureId,
): Promise<Awaited<ReturnType<typeof measuresOfCase>>[number]> {
  const found = (await measuresOfCase(tx, id, sight)).find((one) => one.id === measureId);
  if (found === undefined) throw new Refusal({ code: 'not-there' });
  return found;
}

function requireSecondPerson(actor: PersonActor, measure: Measure, rule: StepRule): void {
  const problem = approverProblem(measure, rule, actor);
  if (problem !== null) throw new Refusal({ code: problem });
}

/** The clause may have gone from the register since. */
async function requireGates(
  tx: Db,
  sight: Visibility,
  { caseId, step, gates, opinion, counterpartyId }: Awaited<ReturnType<typeof requireMeasure>>,
  rules: RuleVersion<MeasureRules>,
): Promise<void> {
  const clauseOnFile = (await loadCounterparty(tx, counterpartyId))?.clause != null;
  const origin = await caseOrigin(tx, caseId, sight);
  const younger = origin !== null && isYounger(rules, origin.openedAt);
  const obstacles = obstaclesTo(ruleOf(rules.rules, step), gates, { opinion, clauseOnFile, younger });
  if (obstacles.length > 0) throw new Refusal({ code: 'gates-open', obstacles });
}

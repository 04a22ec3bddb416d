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
} from '../../store/index.ts';
import {
  type Actor,
  auditActorOf,
  nameOf,
  type PersonActor,
  personIdOf,
  requirePerson,
  requireRight,
  visibilityOf,
} from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { requireReady } from './ready.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>;

/** What a second person says of a proposal, or whoever proposed it. */
export interface OutcomeInput {
  readonly what: MeasureOutcome;
  readonly note: string;
  readonly shown?: boolean; // at other cases of the counterparty; of a confidential case not, unless somebody says so
}

/**
 * Approves or declines a proposal as the second person, whom the rules name by role and who did not propose it; or withdraws one's own. What
 * the proposal stood on is asked once more: the case, which was not opened again since, the care list, and the gates with the clause as it is on
 * file now.
 *
 * @throws Refusal `not-allowed`, `people-only`, `no-such-case` also where the case has no such proposal, `recused`, `own-proposal`, `wrong-role`, `measure-decided`,
 * and for an approval `case-status`, `care-open`, `measure-stale` or `gates-open`.
 */
export async function decideMeasure(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  measureId: MeasureId,
  { what, note, shown }: OutcomeInput,
): Promise<void> {
  if (what !== 'withdrawn') requireRight(actor, 'measures.decide');
  const person = requirePerson(actor);
  await admit(deps, actor, id);
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      const measure = await requireMeasure(tx, actor, id, measureId);
      if (what === 'withdrawn') {
        if (measure.proposed.person !== person.id) throw new Refusal({ code: 'not-allowed' });
      } else {
        const rules = (await rulesOf<MeasureRules>(tx, 'measures')).find((one) => one.version === measure.ruleVersion)!;
        requireSecondPerson(person, measure, ruleOf(rules.rules, measure.step));
        if (what === 'approved') {
          await requireReady(tx, actor, id);
          if (measure.stale) throw new Refusal({ code: 'measure-stale' });
          await requireGates(tx, actor, measure, rules);
        }
      }
      const hand = { by: person.name, person: person.id, at };
      const confidential = (await caseOrigin(tx, id, visibilityOf(actor)))?.confidential === true;
      const seen = !confidential || shown === true; // those who serve the counterparty know of every other one
      if (!(await endProposal(tx, id, measureId, { what, note, shown: seen, ...hand })))
        throw new Refusal({ code: 'measure-decided' });
      return { ...measure, told: confidential && what === 'approved' ? seen : null };
    },
    ({ step, ruleVersion, told }) => ({
      ...auditActorOf(actor, at),
      action: ACTIONS[what],
      target: `case/${id}`,
      details: { measure: measureId, step, rules: ruleVersion, ...(told === null ? {} : { shown: told }) },
    }),
  );
}

const ACTIONS = {
  approved: 'measure.approve',
  declined: 'measure.decline',
  withdrawn: 'measure.withdraw',
} as const satisfies Record<MeasureOutcome, string>;

/**
 * Ends a measure that is in force, with a reason. One person is enough for what takes nothing from anybody.
 *
 * @throws Refusal `not-allowed`, `no-such-case`, `recused`, `incomplete` without a reason, or `measure-decided`.
 */
export async function endMeasure(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  measureId: MeasureId,
  note: string,
): Promise<void> {
  requireRight(actor, 'measures.decide');
  await admit(deps, actor, id);
  if (note.trim() === '') throw new Refusal({ code: 'incomplete', missing: ['reason'] });
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      const measure = await requireMeasure(tx, actor, id, measureId);
      if (!(await liftMeasure(tx, id, measureId, { note, by: nameOf(actor), person: personIdOf(actor), at })))
        throw new Refusal({ code: 'measure-decided' });
      return measure;
    },
    ({ step }) => ({
      ...auditActorOf(actor, at),
      action: 'measure.lift',
      target: `case/${id}`,
      details: { measure: measureId, step },
    }),
  );
}

async function requireMeasure(
  tx: Db,
  actor: Actor,
  id: CaseId,
  measureId: MeasureId,
): Promise<Awaited<ReturnType<typeof measuresOfCase>>[number]> {
  const found = (await measuresOfCase(tx, id, visibilityOf(actor))).find((one) => one.id === measureId);
  if (found === undefined) throw new Refusal({ code: 'no-such-case' });
  return found;
}

function requireSecondPerson(actor: PersonActor, measure: Measure, rule: StepRule): void {
  const problem = approverProblem(measure, rule, actor);
  if (problem !== null) throw new Refusal({ code: problem });
}

/** The clause may have gone from the register since. */
async function requireGates(
  tx: Db,
  actor: Actor,
  { caseId, step, gates, opinion, counterpartyId }: Awaited<ReturnType<typeof requireMeasure>>,
  rules: RuleVersion<MeasureRules>,
): Promise<void> {
  const clauseOnFile = (await loadCounterparty(tx, counterpartyId))?.clause != null;
  const origin = await caseOrigin(tx, caseId, visibilityOf(actor));
  const younger = origin !== null && isYounger(rules, origin.openedAt);
  const obstacles = obstaclesTo(ruleOf(rules.rules, step), gates, { opinion, clauseOnFile, younger });
  if (obstacles.length > 0) throw new Refusal({ code: 'gates-open', obstacles });
}

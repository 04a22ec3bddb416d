import { z } from 'zod';
import {
  type ActionDeps,
  type Actor,
  auditActorOf,
  endMeasure,
  proposeMeasure,
  Refusal,
  visibilityOf,
} from '../../../actions/index.ts';
import { type CaseId, parseRowId } from '../../../cases/index.ts';
import {
  type Day,
  GATE_ANSWERS,
  type Hand,
  MEASURE_STEPS,
  type Measure,
  type MeasureId,
  measureState,
  todayIn,
} from '../../../response/index.ts';
import { caseSummary, measureList, measuresOfCase } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { slice } from '../schemas.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & Pick<FrontDeps, 'company'>;

const note = z.string().trim().max(1000).default('');
const Gate = z.strictObject({ answer: z.enum(GATE_ANSWERS), note });

export const ProposalBody = z.strictObject({
  step: z.enum(MEASURE_STEPS),
  reason: z.string().trim().min(1).max(4000),
  gates: z.strictObject({ clause: Gate, cause: Gate, accommodation: Gate, duty: Gate, proportion: Gate }),
  opinion: z
    .strictObject({ from: z.string().trim().min(1).max(200), day: z.iso.date(), note })
    .nullable()
    .default(null),
});
export const LiftBody = z.strictObject({ note: z.string().trim().min(1).max(1000) });
export const InForceQuery = z.object(slice(200, 500));

/** What is in force against whom; of its case only the number, where that is in sight. */
export async function inForceFor({ db }: Pick<Deps, 'db'>, actor: Actor, ask: z.output<typeof InForceQuery>) {
  const measures = await measureList(db, ask, visibilityOf(actor));
  return {
    measures: measures.map(({ since, ...same }) => ({ ...same, since: since.toISOString() })),
  };
}

/** The measures of a case, the newest first. @throws Refusal */
export async function measuresFor({ db, audit, now }: Deps, actor: Actor, id: CaseId) {
  const sight = visibilityOf(actor);
  const summary = await caseSummary(db, id, sight);
  if (summary === null) throw new Refusal({ code: 'no-such-case' });
  await audit.record({ ...auditActorOf(actor, now()), action: 'measure.view', target: `case/${id}`, details: {} });
  const approved = summary.status === 'approved';
  return { measures: (await measuresOfCase(db, id, sight)).map((one) => measureJson(one, approved)) };
}

const handJson = ({ by, at }: Hand) => ({ by, at: at.toISOString() });

const measureJson = (one: Measure, approved: boolean) => ({
  id: one.id,
  step: one.step,
  state: measureState(one, approved),
  rules: one.ruleVersion,
  reason: one.reason,
  gates: one.gates,
  opinion: one.opinion,
  proposed: handJson(one.proposed),
  outcome: one.outcome && { ...handJson(one.outcome), what: one.outcome.what, note: one.outcome.note },
  lifted: one.lifted && { ...handJson(one.lifted), note: one.lifted.note },
});

/** Proposes a step. @throws Refusal; `wrong-day` for an opinion of tomorrow */
export async function proposeAs(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  { opinion, ...body }: z.output<typeof ProposalBody>,
): Promise<{ readonly id: CaseId }> {
  if (opinion !== null && opinion.day > todayIn(deps.company.timeZone, deps.now()))
    throw new Refusal({ code: 'wrong-day' });
  await proposeMeasure(deps, actor, id, { ...body, opinion: opinion && { ...opinion, day: opinion.day as Day } });
  return { id };
}

/** Ends a measure in force. @throws Refusal */
export async function liftAs(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  measure: string,
  { note: reason }: z.output<typeof LiftBody>,
): Promise<{ readonly id: string }> {
  const which = measureIdOf(measure);
  await endMeasure(deps, actor, id, which, reason);
  return { id: which };
}

/** @throws Refusal `no-such-case`, as for a measure that the case does not have */
function measureIdOf(text: string): MeasureId {
  const id = parseRowId<MeasureId>(text);
  if (id === null) throw new Refusal({ code: 'no-such-case' });
  return id;
}

import { z } from 'zod';
import {
  type ActionDeps,
  type Actor,
  auditActorOf,
  type DoneBy,
  type endMeasure,
  type proposeMeasure,
  Refusal,
  visibilityOf,
} from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { type Hand, type Measure, measureState } from '../../../response/index.ts';
import { caseSummary, measureList, measuresOfCase } from '../../../store/index.ts';
import { slice } from '../schemas.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'now'>;

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

/** What is told of a proposal, and of a measure that was ended. */
export const proposed = ({ id }: DoneBy<typeof proposeMeasure>) => ({ id });
export const ended = ({ id }: DoneBy<typeof endMeasure>) => ({ id });

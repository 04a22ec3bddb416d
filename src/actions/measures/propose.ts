import type { CaseId } from '../../cases/index.ts';
import {
  type Gates,
  isYounger,
  type MeasureRules,
  type MeasureStep,
  type Opinion,
  obstaclesTo,
  ruleOf,
} from '../../response/index.ts';
import { addMeasure, caseOrigin, counterpartyOfCase, currentRules } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { requireReady } from './ready.ts';

/** A step that somebody proposes, with the answers to its gates. */
export interface MeasureInput {
  readonly step: MeasureStep;
  readonly reason: string;
  readonly gates: Gates;
  readonly opinion: Opinion | null;
}

/**
 * Proposes a step against the counterparty of an approved case. It waits for a second person; nothing is in force by it, and nothing is sent.
 *
 * @throws Refusal `not-allowed`, `no-such-case`, `recused`, `no-rules`, `no-counterparty`, `incomplete` without a reason, `gates-open`,
 * `case-status`, `care-open`, or `measure-waits` while another proposal does.
 *
 * @example
 * await proposeMeasure(deps, actor, id, { step: 'warning', reason, gates, opinion: null });
 */
export async function proposeMeasure(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  { step, reason, gates, opinion }: MeasureInput,
): Promise<void> {
  const { db } = deps;
  await admit(deps, actor, id);
  const rules = await currentRules<MeasureRules>(db, 'measures');
  if (rules === null) throw new Refusal({ code: 'no-rules' });
  const found = await counterpartyOfCase(db, id, visibilityOf(actor));
  if (found === null) throw new Refusal({ code: 'no-counterparty' });
  if (reason.trim() === '') throw new Refusal({ code: 'incomplete', missing: ['reason'] });
  const { counterparty } = found;
  const origin = await caseOrigin(db, id, visibilityOf(actor));
  const younger = origin !== null && isYounger(rules, origin.openedAt);
  const obstacles = obstaclesTo(ruleOf(rules.rules, step), gates, {
    opinion,
    clauseOnFile: counterparty.clause !== null,
    younger,
  });
  if (obstacles.length > 0) throw new Refusal({ code: 'gates-open', obstacles });
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      const { decisions } = await requireReady(tx, actor, id);
      const added = await addMeasure(tx, {
        caseId: id,
        counterpartyId: counterparty.id,
        step,
        ruleVersion: rules.version,
        reason,
        gates,
        opinion,
        decisions,
        proposed: { by: nameOf(actor), person: personIdOf(actor), at },
      });
      if (added === null) throw new Refusal({ code: 'measure-waits' });
      return added;
    },
    (measure) => ({
      ...auditActorOf(actor, at),
      action: 'measure.propose',
      target: `case/${id}`,
      details: {
        measure,
        step,
        rules: rules.version,
        younger, // the rules, than the case
        opinion: opinion !== null,
      },
    }),
  );
}

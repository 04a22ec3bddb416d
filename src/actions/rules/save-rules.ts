import type { EscalationPlan, MeasureRules } from '../../response/index.ts';
import { addRules } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

/** Rules as a form gives them, with the version that whoever changes them has seen; 0: there was none. */
export type NewRules = { readonly after: number } & (
  | { readonly kind: 'escalation'; readonly rules: EscalationPlan }
  | { readonly kind: 'measures'; readonly rules: MeasureRules }
);

/**
 * Writes the next version of rules of the company. It holds from now on: what began before it goes on by the one that was in force then.
 *
 * @throws Refusal `not-allowed`, or `rules-changed` when somebody else was first.
 */
export async function saveRules(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  { kind, after, rules }: NewRules,
): Promise<void> {
  requireRight(actor, 'rules.manage');
  const at = now();
  await audit.during(
    async (tx) => {
      if (!(await addRules(tx, kind, after, { rules, by: nameOf(actor), person: personIdOf(actor), at })))
        throw new Refusal({ code: 'rules-changed' });
    },
    () => ({
      ...auditActorOf(actor, at),
      action: 'rules.change',
      target: `rules/${kind}`,
      details: { version: after + 1 },
    }),
  );
}

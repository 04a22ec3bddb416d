import type { AuditAction } from '../../audit/index.ts';
import type { ChangeId } from '../../cases/index.ts';
import { type Db, lockDictionaries, type NewDictionaryChange, siteRuleOf, writeSiteRule } from '../../store/index.ts';
import { fingerprint, locate, type Plan } from '../../tuning/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

export type ChangeDeps = Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab'>;

/** What each kind of change is in the audit log. */
const DEEDS = { save: 'dictionary.change', revert: 'dictionary.revert' } as const satisfies Record<string, AuditAction>;

type Told = Pick<NewDictionaryChange, 'reason' | 'effect' | 'reverts'> & { readonly kind: keyof typeof DEEDS };

/**
 * Puts a change of one rule in force, with its row in the history: every process takes it within seconds.
 *
 * @param beside what changes with it, in the same transaction: exceptions that are of this entry alone
 * @throws Refusal `entry-changed` when a rule is another by now than its plan was made of
 */
export function writeChange(
  { audit, now }: ChangeDeps,
  actor: Actor,
  plan: Plan,
  told: Told,
  beside: readonly Plan[] = [],
): Promise<ChangeId> {
  const at = now();
  return audit.during(
    async (tx) => {
      await lockDictionaries(tx);
      for (const one of beside) await write(tx, one, { ...told, effect: null, reverts: null });
      return write(tx, plan, told);
    },
    (change) => ({
      ...auditActorOf(actor, at),
      action: DEEDS[told.kind],
      target: `entry/${plan.entry}`,
      details: {
        change,
        ...(told.reverts === null ? {} : { reverts: told.reverts }),
        ...(beside.length === 0 ? {} : { exceptions: beside.map(({ entry }) => entry) }),
      },
    }),
  );

  async function write(tx: Db, { below, before, after, ...rule }: Plan, told: Told): Promise<ChangeId> {
    const current = (await siteRuleOf(tx, rule.entry))?.text ?? below;
    if (fingerprint(current) !== fingerprint(before)) throw new Refusal({ code: 'entry-changed' });
    const change = { ...told, ...rule, at, person: personIdOf(actor), by: nameOf(actor), before, after };
    return writeSiteRule(tx, change, after === below);
  }
}

/** The lines of a rule as they are in force; null: it is not there. */
export async function currentText({ lab }: Pick<ChangeDeps, 'lab'>, id: string): Promise<string | null> {
  return locate(await lab.files(), id)?.text ?? null;
}

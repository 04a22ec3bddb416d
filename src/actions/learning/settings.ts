import type { CaseId } from '../../cases/index.ts';
import { forgetLearned, forgetTaught, lockLearning, setSiteLearning, siteLearningNow } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

type SettingDeps = Pick<ActionDeps, 'db' | 'audit' | 'now'>;

/**
 * Unlearns one decision: what is learned next is what the others teach. It teaches again when its case is decided anew.
 *
 * @throws Refusal `not-allowed`, `no-such-case` when it teaches nothing
 */
export async function unlearn({ audit, now }: SettingDeps, actor: Actor, id: CaseId): Promise<void> {
  requireRight(actor, 'dictionaries.write');
  const at = now();
  await audit.during(
    async (tx) => {
      await lockLearning(tx);
      if (!(await forgetTaught(tx, id, { by: nameOf(actor), at }))) throw new Refusal({ code: 'no-such-case' });
    },
    () => ({ ...auditActorOf(actor, at), action: 'learning.unlearn', target: `case/${id}`, details: {} }),
  );
}

/**
 * Forgets all that was learned, and what it was learned from; decisions made from now on teach.
 *
 * @returns from how many decisions
 * @throws Refusal `not-allowed`
 */
export async function unlearnAll({ audit, now }: SettingDeps, actor: Actor, usual: boolean): Promise<number> {
  requireRight(actor, 'dictionaries.write');
  const at = now();
  return audit.during(
    async (tx) => {
      await lockLearning(tx);
      const { enabled } = await siteLearningNow(tx, usual);
      await setSiteLearning(tx, { enabled, since: at, by: nameOf(actor), at });
      return forgetLearned(tx);
    },
    (decisions) => ({ ...auditActorOf(actor, at), action: 'learning.forget', target: '', details: { decisions } }),
  );
}

/** Begins or ends learning. What was learned is kept while it is off, and no mail is judged by it. @throws Refusal `not-allowed` */
export async function switchLearning({ audit, now }: SettingDeps, actor: Actor, enabled: boolean): Promise<void> {
  requireRight(actor, 'dictionaries.write');
  const at = now();
  await audit.during(
    async (tx) => {
      await lockLearning(tx);
      const { since } = await siteLearningNow(tx, enabled);
      await setSiteLearning(tx, { enabled, since, by: nameOf(actor), at });
    },
    () => ({ ...auditActorOf(actor, at), action: 'learning.switch', target: '', details: { enabled } }),
  );
}

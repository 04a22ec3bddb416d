import { type CaseId, mentionedIn } from '../../cases/index.ts';
import { addComment, noteMentionsSeen } from '../../store/index.ts';
import {
  type Actor,
  auditActorOf,
  nameOf,
  type PersonActor,
  personIdOf,
  requireRight,
  visibilityOf,
} from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { admit } from './admit.ts';
import { assigneesOf } from './assign.ts';

/**
 * Writes a comment to a case, whatever its status and whoever is at it: it decides nothing. Of the people it names with `@`
 * those find it who may see the case and are not recused.
 *
 * @throws Refusal `not-allowed`, `no-such-case` or `recused`.
 *
 * @example
 * await comment(deps, actor, id, '@山田さん、この相手を知っていますか');
 */
export async function comment(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  words: string,
): Promise<void> {
  const admitted = await admit(deps, actor, id);
  const others = assigneesOf(admitted).filter((one) => one.id !== personIdOf(actor));
  const mentioned = mentionedIn(words, others).map((one) => one.id);
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      const written = { person: personIdOf(actor), by: nameOf(actor), words, mentioned, at };
      if (!(await addComment(tx, id, written, visibilityOf(actor)))) throw new Refusal({ code: 'no-such-case' });
    },
    () => ({
      ...auditActorOf(actor, at),
      action: 'case.comment',
      target: `case/${id}`,
      details: { mentioned: mentioned.map((one) => `account/${one}`) },
    }),
  );
}

/** A person has seen all that mentions them; what is on a case is seen by opening it. @throws Refusal `not-allowed` */
export async function seeMentions({ db, now }: Pick<ActionDeps, 'db' | 'now'>, person: PersonActor): Promise<void> {
  requireRight(person, 'cases.read');
  await noteMentionsSeen(db, person.id, null, now());
}

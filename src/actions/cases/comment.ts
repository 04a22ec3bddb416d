import { type CaseId, MOST_COMMENT, mentionedIn } from '../../cases/index.ts';
import { addComment, noteMentionsSeen } from '../../store/index.ts';
import { type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { rowId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { assigneesOf } from './assign.ts';

/**
 * Writes a comment to a case, whatever its status and whoever is at it: it decides nothing. Of the people it names with `@`
 * those find it who may see the case and are not recused.
 */
export const comment = act({
  path: '/cases/:id/comments',
  right: 'cases.decide',
  for: ['programs', 'commands'],
  audit: 'case.comment',
  about: 'id',
  ask: { id: rowId<CaseId>(), words: text(MOST_COMMENT) },
  logged: [],
  async do(tx, { id, words }, { by, person, at, sight, admitted }) {
    const others = assigneesOf(admitted!).filter((one) => one.id !== person);
    const mentioned = mentionedIn(words, others).map((one) => one.id);
    if (!(await addComment(tx, id, { person, by, words, mentioned, at }, sight)))
      throw new Refusal({ code: 'no-such-case' });
    return { id, mentioned };
  },
  told: ({ mentioned }) => ({ mentioned: mentioned.map((one) => `account/${one}`) }),
  to: ({ id }) => `case/${id}`,
});

/** A person has seen all that mentions them; what is on a case is seen by opening it. @throws Refusal `not-allowed` */
export async function seeMentions({ db, now }: Pick<ActionDeps, 'db' | 'now'>, person: PersonActor): Promise<void> {
  requireRight(person, 'cases.read');
  await noteMentionsSeen(db, person.id, null, now());
}

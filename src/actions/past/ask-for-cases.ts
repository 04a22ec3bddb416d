import type { PastRunId } from '../../cases/index.ts';
import { askForCases } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/**
 * Has cases made of the mails that a comparison found newly, once what finds them is in force. Whoever screens does it: each mail is read and judged
 * anew, and what was surfaced before, or decided, stays as it is. Asked again, it goes on with those of which none was made.
 *
 * @returns false when there is no such comparison of mailboxes, it is not done, or it is being worked at
 * @throws Refusal `not-allowed`
 */
export async function askForPastCases(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  run: PastRunId,
): Promise<boolean> {
  requireRight(actor, 'past.cases');
  const at = now();
  return audit.during(
    (tx) => askForCases(tx, run, { by: nameOf(actor), person: personIdOf(actor), at }),
    (asked) =>
      asked ? { ...auditActorOf(actor, at), action: 'past.cases', target: `past/${run}`, details: {} } : null,
  );
}

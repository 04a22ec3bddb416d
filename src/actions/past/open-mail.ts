import { isNamedIn, keptReading, type PastRow, type PastRunId } from '../../cases/index.ts';
import { loadPastMail } from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import type { FoundPastMail } from '../past-mailboxes.ts';
import { Refusal } from '../refusal.ts';

/**
 * Fetches a mail that a run has listed, for somebody who may read mails. One that speaks of them is not for them.
 *
 * @returns null when no run has it
 * @throws Refusal `not-allowed`, `recused`
 */
export async function openPastMail(
  { db, audit, now, past }: Pick<ActionDeps, 'db' | 'audit' | 'now' | 'past'>,
  person: PersonActor,
  run: PastRunId,
  n: number,
): Promise<{ readonly row: PastRow; readonly found: FoundPastMail } | null> {
  requireRight(person, 'cases.read');
  const row = await loadPastMail(db, run, n);
  if (row === null) return null;
  await audit.record({
    ...auditActorOf(person, now()),
    action: 'past.open',
    target: `past/${run}`,
    details: { mail: n },
  });
  const found = await past.find(row);
  if (found.kind === 'found' && isNamedIn(keptReading(found.mail.message).searched, person))
    throw new Refusal({ code: 'recused' });
  return { row, found };
}

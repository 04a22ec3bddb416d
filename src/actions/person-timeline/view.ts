import type { PersonId } from '../../cases/index.ts';
import { type Consent, type Day, type PersonEvent, sixMonthsBefore, todayIn } from '../../response/index.ts';
import {
  casesOfPerson,
  consentOf,
  type Db,
  findAccountById,
  holdConsent,
  personEvents,
  USUAL_VISIBILITY,
  type Visibility,
} from '../../store/index.ts';
import { momentIn } from '../../util/day.ts';
import { auditActorOf, type PersonActor, requireRight, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

export type TimelineDeps = Pick<ActionDeps, 'db' | 'audit' | 'now'> & { readonly timeZone: string };

/** What a person met in six months, and what was done for them. */
export interface PersonTimeline {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly since: Day;
  readonly today: Day;
  readonly events: readonly PersonEvent[]; // oldest first
  readonly named: readonly PersonEvent['caseId'][]; // cases that were put to them, whatever their age; none where they look themselves
  readonly consent: Consent | null; // that it is saved as a file
}

/**
 * Somebody's own timeline, or for the consultation desk anybody's. Each look is in the audit log.
 *
 * @returns null when there is no such account
 * @throws Refusal `not-allowed`
 */
export async function viewTimeline(
  deps: TimelineDeps,
  actor: PersonActor,
  person: PersonId,
): Promise<PersonTimeline | null> {
  requireTimeline(actor, person);
  const timeline = await gather(deps.db, deps, actor, person);
  if (timeline === null) return null;
  await deps.audit.record({
    ...auditActorOf(actor, deps.now()),
    action: 'timeline.view',
    target: `account/${person}`,
    details: {},
  });
  return { ...timeline, consent: await consentOf(deps.db, person) };
}

/**
 * The same, to be saved as a file: only while the person agrees. Whoever withdraws at this moment is waited for, or waits.
 *
 * @returns null when there is no such account
 * @throws Refusal `not-allowed`, or `no-consent`
 */
export async function exportTimeline(
  deps: TimelineDeps,
  actor: PersonActor,
  person: PersonId,
): Promise<PersonTimeline | null> {
  requireTimeline(actor, person);
  if ((await findAccountById(deps.db, person)) === null) return null;
  return deps.audit.during(
    async (tx) => {
      const consent = await holdConsent(tx, person);
      if (consent === null) throw new Refusal({ code: 'no-consent' });
      return { ...(await gather(tx, deps, actor, person))!, consent };
    },
    ({ events }) => ({
      ...auditActorOf(actor, deps.now()),
      action: 'timeline.export',
      target: `account/${person}`,
      details: { events: events.length },
    }),
  );
}

/** One's own, or with the right of the consultation desk. @throws Refusal `not-allowed` */
export function requireTimeline(actor: PersonActor, person: PersonId): void {
  if (actor.id !== person) requireRight(actor, 'timelines.read');
}

/**
 * Whoever looks at their own sees no confidential case but those they handed in: what a colleague confided about them is not told to them by a
 * page. That holds for people of the consultation desk, too.
 */
const sightOf = (actor: PersonActor, person: PersonId): Visibility =>
  actor.id === person ? USUAL_VISIBILITY : visibilityOf(actor);

async function gather(
  db: Db,
  { now, timeZone }: TimelineDeps,
  actor: PersonActor,
  person: PersonId,
): Promise<Omit<PersonTimeline, 'consent'> | null> {
  const account = await findAccountById(db, person);
  if (account === null) return null;
  const cases = await casesOfPerson(db, person, sightOf(actor, person));
  const today = todayIn(timeZone, now());
  const since = sixMonthsBefore(today);
  return {
    person: { id: person, name: account.name },
    since,
    today,
    events: await personEvents(db, cases, momentIn(since, '00:00', timeZone)),
    named: actor.id === person ? [] : cases.named,
  };
}

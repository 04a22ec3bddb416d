import type { AuditAction } from '../../audit/index.ts';
import type { CaseId, PersonId } from '../../cases/index.ts';
import type { Day } from '../../response/index.ts';
import {
  type Db,
  findAccountById,
  giveConsent as giveInStore,
  nameVictim,
  unnameVictim,
  withdrawConsent as withdrawInStore,
} from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight, visibilityOf } from '../actor.ts';
import { requireTimeline, type TimelineDeps } from './view.ts';

/**
 * Writes down that somebody agrees that their timeline is saved: they themselves, or the consultation desk, which has it on paper of that day.
 *
 * @returns false when there is no such account, or they agreed already
 * @throws Refusal `not-allowed`
 */
export async function giveConsent(
  deps: TimelineDeps,
  actor: PersonActor,
  person: PersonId,
  day: Day,
): Promise<boolean> {
  requireTimeline(actor, person);
  const at = deps.now();
  const way = actor.id === person ? 'self' : 'paper';
  return changed(deps, actor, person, { action: 'timeline.consent', details: { way } }, (tx) =>
    giveInStore(tx, person, { way, day, by: actor.name, at }),
  );
}

/** From now on nothing is saved. What was saved before is where it is. @returns false when nothing stands @throws Refusal `not-allowed` */
export async function withdrawConsent(deps: TimelineDeps, actor: PersonActor, person: PersonId): Promise<boolean> {
  requireTimeline(actor, person);
  const who = { by: actor.name, at: deps.now() };
  return changed(deps, actor, person, { action: 'timeline.withdraw', details: {} }, (tx) =>
    withdrawInStore(tx, person, who),
  );
}

/**
 * Puts a case to the person whom it befell, or takes that back. The log says whose timeline was changed, and never by which case: of
 * a confidential one it would tell whom it is about.
 *
 * @returns false when there is no such account, or no such case
 * @throws Refusal `not-allowed`
 */
export async function nameCaseOf(
  deps: TimelineDeps,
  actor: PersonActor,
  person: PersonId,
  { caseId, add }: { readonly caseId: CaseId; readonly add: boolean },
): Promise<boolean> {
  requireRight(actor, 'timelines.read');
  const who = { by: actor.name, at: deps.now() };
  return changed(deps, actor, person, { action: 'timeline.case', details: { add } }, (tx) =>
    add ? nameVictim(tx, caseId, person, who, visibilityOf(actor)) : unnameVictim(tx, caseId, person),
  );
}

async function changed(
  { db, audit, now }: TimelineDeps,
  actor: PersonActor,
  person: PersonId,
  deed: { readonly action: AuditAction; readonly details: Readonly<Record<string, string | boolean>> },
  act: (tx: Db) => Promise<boolean>,
): Promise<boolean> {
  if ((await findAccountById(db, person)) === null) return false;
  return audit.during(act, (done) =>
    done ? { ...auditActorOf(actor, now()), target: `account/${person}`, ...deed } : null,
  );
}

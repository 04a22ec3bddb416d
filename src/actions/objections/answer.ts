import type { AuditAction, Details } from '../../audit/index.ts';
import type { PersonId } from '../../cases/index.ts';
import type { Objection, ObjectionEffect, ObjectionId } from '../../response/index.ts';
import {
  assignObjection as assignInStore,
  type Db,
  draftObjectionAnswer as draftInStore,
  giveObjectionAnswer as giveInStore,
  liftMeasure,
  returnObjectionAnswer as returnInStore,
} from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { aboutObjection, findObjection, type ObjectionDeps } from './record.ts';

/** What came of an act on an objection; `changed`: somebody was first. */
export type ObjectionOutcome = 'done' | 'changed' | 'no-such-objection';

/**
 * Says who writes the answer: somebody who may decide the case, and whom it does not speak of.
 *
 * @throws Refusal `not-allowed`, `recused`, or `wrong-recipient`
 */
export async function assignObjection(
  deps: ObjectionDeps,
  actor: PersonActor,
  id: ObjectionId,
  to: PersonId,
): Promise<ObjectionOutcome> {
  const found = await findObjection(deps, actor, id);
  if (found === null) return 'no-such-objection';
  const person = found.people.find((one) => one.id === to);
  if (person === undefined) throw new Refusal({ code: 'wrong-recipient' });
  return done(deps, actor, found.objection, { action: 'objection.assign', details: {} }, (tx) =>
    assignInStore(tx, id, { person: to, name: person.name }),
  );
}

/** What somebody would answer. It waits for a second person. @throws Refusal `not-allowed` or `recused` */
export async function draftObjectionAnswer(
  deps: ObjectionDeps,
  actor: PersonActor,
  id: ObjectionId,
  { effect, reasons }: { readonly effect: ObjectionEffect; readonly reasons: string },
): Promise<ObjectionOutcome> {
  const found = await findObjection(deps, actor, id);
  if (found === null) return 'no-such-objection';
  const at = deps.now();
  return done(deps, actor, found.objection, { action: 'objection.draft', details: { effect } }, (tx) =>
    draftInStore(tx, id, { effect, reasons, by: actor.name, person: actor.id, at }),
  );
}

/**
 * Gives the answer that somebody else wrote, or gives it back to them with a reason. A measure that is taken back ends by this, in the same
 * transaction; nothing is sent.
 *
 * @throws Refusal `not-allowed`, `recused`, or `own-proposal`
 */
export async function settleObjection(
  deps: ObjectionDeps,
  actor: PersonActor,
  id: ObjectionId,
  { give, note }: { readonly give: boolean; readonly note: string },
): Promise<ObjectionOutcome> {
  requireRight(actor, 'objections.settle');
  const found = await findObjection(deps, actor, id);
  if (found === null) return 'no-such-objection';
  const { draft, against, caseId } = found.objection;
  if (draft === null) return 'changed';
  if (draft.person === actor.id) throw new Refusal({ code: 'own-proposal' });
  if (!give)
    return done(deps, actor, found.objection, { action: 'objection.return', details: {} }, (tx) =>
      returnInStore(tx, id, draft.at, note),
    );
  const { effect } = draft;
  return done(deps, actor, found.objection, { action: 'objection.answer', details: { effect } }, async (tx) => {
    const who = { by: actor.name, person: actor.id, at: deps.now() };
    if (!(await giveInStore(tx, id, draft.at, who))) return false;
    if (effect === 'withdrawn' && against.kind === 'measure' && caseId !== null)
      await liftMeasure(tx, caseId, against.id, { note: draft.reasons, ...who }); // one that ended meanwhile stays as it is
    return true;
  });
}

async function done(
  { audit, now }: ObjectionDeps,
  actor: PersonActor,
  found: Objection,
  { action, details }: { readonly action: AuditAction; readonly details: Details },
  act: (tx: Db) => Promise<boolean>,
): Promise<ObjectionOutcome> {
  const changed = await audit.during(act, (did) =>
    did
      ? {
          ...auditActorOf(actor, now()),
          action,
          ...aboutObjection(found),
          details: { objection: found.id, ...details },
        }
      : null,
  );
  return changed ? 'done' : 'changed';
}

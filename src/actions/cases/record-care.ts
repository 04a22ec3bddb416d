import type { Deed } from '../../audit/index.ts';
import type { CaseId } from '../../cases/index.ts';
import type { CarePoint, CareState, Day, FollowUpId } from '../../response/index.ts';
import {
  type Db,
  endFollowUp,
  planFollowUp,
  type Written,
  writeCarePoint,
  writeRecurrence,
} from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { admit } from './admit.ts';

/** What somebody did, or means to do, for the person concerned. */
export type CareChange =
  | { readonly kind: 'point'; readonly point: CarePoint; readonly state: CareState; readonly note: string }
  | { readonly kind: 'plan'; readonly due: Day; readonly note: string }
  | { readonly kind: 'asked'; readonly followUp: FollowUpId }
  | { readonly kind: 'recurrence'; readonly note: string };

/**
 * Writes into the care list of a case, whatever its status: care does not wait for a finding. Whoever is recused from the case
 * leaves it to the others.
 *
 * @throws Refusal `not-allowed`, `recused`, or `no-such-case`, also where the case has no such day.
 *
 * @example
 * await recordCare(deps, actor, id, { kind: 'point', point: 'health', state: 'declined', note: '' });
 */
export async function recordCare(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  change: CareChange,
): Promise<void> {
  await admit(deps, actor, id);
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      if (!(await write(tx, id, change, { by: nameOf(actor), at }, visibilityOf(actor))))
        throw new Refusal({ code: 'no-such-case' });
    },
    () => ({ ...auditActorOf(actor, at), ...deedOf(id, change) }),
  );
}

function write(
  tx: Db,
  id: CaseId,
  change: CareChange,
  who: Written,
  visibility: ReturnType<typeof visibilityOf>,
): Promise<boolean> {
  switch (change.kind) {
    case 'point':
      return writeCarePoint(tx, id, change.point, change, who, visibility);
    case 'plan':
      return planFollowUp(tx, id, change, who, visibility);
    case 'asked':
      return endFollowUp(tx, id, change.followUp, who, visibility);
    case 'recurrence':
      return writeRecurrence(tx, id, change.note, who, visibility);
  }
}

/** What was chosen. A note may speak of somebody's health and stays out of the log. */
function deedOf(id: CaseId, change: CareChange): Deed {
  const deed = { action: 'case.care', target: `case/${id}` } as const;
  switch (change.kind) {
    case 'point':
      return { ...deed, details: { point: change.point, state: change.state } };
    case 'plan':
      return { ...deed, details: { planned: change.due } };
    case 'asked':
      return { ...deed, details: { asked: change.followUp } };
    case 'recurrence':
      return { ...deed, details: { recurrence: true } };
  }
}

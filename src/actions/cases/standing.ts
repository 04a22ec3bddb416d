import { type CaseDetail, type CaseId, type CaseStatus, parseCaseId } from '../../cases/index.ts';
import { type Db, loadCase } from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';
import { Refusal } from '../refusal.ts';

/** Where a case stands after something was done to it. */
export interface CaseStanding {
  readonly id: CaseId;
  readonly status: CaseStatus;
  readonly heldBy: string | null; // who wants it kept whatever its age
}

/**
 * Reads the id of a case as an address, a command or a request names it.
 *
 * @throws Refusal `no-such-case`
 *
 * @example
 * requireCaseId('77') // → '77'
 */
export function requireCaseId(text: string): CaseId {
  const id = parseCaseId(text);
  if (id === null) throw new Refusal({ code: 'no-such-case' });
  return id;
}

/** A case without the texts of its mails: what is done to it needs none. @throws Refusal `no-such-case` */
export async function requireCase(db: Db, actor: Actor, id: CaseId): Promise<CaseDetail> {
  const detail = await loadCase(db, id, visibilityOf(actor), { texts: false });
  if (detail === null) throw new Refusal({ code: 'no-such-case' });
  return detail;
}

/** @throws Refusal `no-such-case` */
export async function standingOf(db: Db, actor: Actor, id: CaseId): Promise<CaseStanding> {
  const { status, heldBy } = await requireCase(db, actor, id);
  return { id, status, heldBy };
}

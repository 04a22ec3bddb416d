import type { CaseDetail, CaseId } from '../../cases/index.ts';
import { type Actor, requireRight, soughtIn } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { type CaseReading, passToOthers, readCase } from './recusal.ts';
import { requireCase } from './standing.ts';

export interface AdmittedCase extends CaseReading {
  readonly detail: CaseDetail;
}

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>;

/**
 * What every act of deciding asks first: the right to decide, a case in sight, and that it does not speak of whoever
 * acts. One that does goes to the others.
 *
 * @throws Refusal `not-allowed`, `no-such-case` or `recused`.
 */
export async function admit(deps: Deps, actor: Actor, id: CaseId): Promise<AdmittedCase> {
  requireRight(actor, 'cases.decide');
  const detail = await requireCase(deps.db, actor, id);
  const reading = await readCase(deps, detail);
  if (!(await isRecused(actor, reading))) return { detail, ...reading };
  if (actor.kind === 'person') await passToOthers(deps, actor, id);
  throw new Refusal({ code: 'recused' });
}

/** The same, or null: it speaks of whoever asks, so that others handle it, or it is gone. */
export async function admittedOrNull(deps: Deps, actor: Actor, id: CaseId): Promise<CaseDetail | null> {
  try {
    return (await admit(deps, actor, id)).detail;
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'recused' || error.code === 'no-such-case')) return null;
    throw error;
  }
}

/** An operator has no account and is known by name alone; where nobody has one, nobody else could decide. */
async function isRecused(actor: Actor, { recused, speaksOf, deciders }: CaseReading): Promise<boolean> {
  if (actor.kind === 'person') return recused.has(actor.id);
  const sought = soughtIn(actor);
  return sought !== null && deciders.length > 0 && speaksOf(sought);
}

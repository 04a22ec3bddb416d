import type { CaseId } from '../../cases/index.ts';
import {
  MOST_STAMP,
  type StampId,
  type StampProblem,
  sha256Of,
  stampRequest,
  verifyStamp,
} from '../../response/index.ts';
import { addStamp, holdStanding, newestAudit, stampResponse, stampsOf } from '../../store/index.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { course } from '../kernel/act.ts';
import { file, line, rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>;

/** As many stamps are kept of one case. */
const MOST_STAMPS = 100;
const MOST_PACKS = 500;

/** Why a stamp was not kept. */
export type StampRefused = StampProblem | 'too-many' | 'kept-already';

/**
 * The request for a time stamp of a pack that was made of a case: a person takes it to an authority, Komainu asks nobody.
 *
 * @throws Refusal `not-allowed`, `recused`, or `no-such-case`, also where no such pack was made
 */
export async function stampRequestFor(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  pack: string,
): Promise<Uint8Array<ArrayBuffer>> {
  requireRight(actor, 'cases.evidence');
  await admit(deps, actor, id);
  await requirePack(deps, id, pack);
  return stampRequest(pack);
}

/**
 * Keeps what an authority gave, once it is seen that it stamps this pack.
 *
 * @returns why it was not kept; empty when it was
 * @throws Refusal `no-such-case`, also where no such pack was made
 */
export const keepStamp = course({
  path: '/cases/:id/evidence/stamps',
  right: 'cases.evidence',
  about: 'id',
  ask: { id: rowId<CaseId>(), pack: line(64), file: file(MOST_STAMP, '.tsr,application/timestamp-reply') },
  async run(deps: Deps, { id, pack, file }, { actor, by, at, sight }): Promise<readonly StampRefused[]> {
    await requirePack(deps, id, pack);
    const response = new Uint8Array(await file.arrayBuffer());
    const { at: stampedAt, by: authority, serial, problems } = await verifyStamp(response, { sha256: pack });
    if (problems.length > 0 || stampedAt === null || authority === null) return problems;
    if ((await stampsOf(deps.db, id, sight)).length >= MOST_STAMPS) return ['too-many'];
    const kept = await deps.audit.during(
      async (tx) => {
        if ((await holdStanding(tx, id, sight)) === null) throw new Refusal({ code: 'no-such-case' });
        return addStamp(tx, { caseId: id, pack, response, sha256: sha256Of(response), stampedAt, authority, at, by });
      },
      (added) =>
        added
          ? {
              ...auditActorOf(actor, at),
              action: 'case.evidence-stamp',
              target: `case/${id}`,
              details: { sha256: pack, stampedAt: stampedAt.toISOString(), serial: serial ?? '' },
            }
          : null,
    );
    return kept ? [] : ['kept-already'];
  },
});

/** What an authority gave, to be saved beside the pack. @throws Refusal `not-allowed`, `recused` or `no-such-case` */
export async function saveStamp(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  which: StampId,
): Promise<{ readonly pack: string; readonly response: Uint8Array }> {
  requireRight(actor, 'cases.evidence');
  await admit(deps, actor, id);
  const found = await stampResponse(deps.db, id, which);
  if (found === null) throw new Refusal({ code: 'no-such-case' });
  return found;
}

async function requirePack({ db }: Deps, id: CaseId, pack: string): Promise<void> {
  const ask = { target: `case/${id}`, action: 'case.evidence' } as const;
  const made = await newestAudit(db, ask, { below: null, limit: MOST_PACKS });
  if (!made.some(({ details }) => details.sha256 === pack)) throw new Refusal({ code: 'no-such-case' });
}

import type { CaseDetail, CaseId, Decision } from '../../cases/index.ts';
import type { EntryId } from '../../detect/index.ts';
import { decidedWithAny, lastDecision } from '../../store/index.ts';
import type { PersonActor } from '../actor.ts';
import { closedAmong } from '../cases/is-closed-to.ts';
import type { ActionDeps } from '../deps.ts';

/** A decided case in which the same entries were found as in the one that somebody looks at. */
export interface SimilarDecision {
  readonly id: CaseId;
  readonly decision: Decision;
  readonly at: Date;
  readonly common: readonly EntryId[];
}

const SHOWN = 3;
/** Newest decisions that are compared. */
const COMPARED = 400;
/** Of all entries that were found in either case, so many are in both. */
const LEAST_LIKENESS = 0.5;
/** So many are asked whether they may be shown, for each that is. */
const ASKED = 4 * SHOWN;

/**
 * Decided cases in which the same was found, likest first and the newest among those, three at most. Confidential cases are never
 * among them, nor those whose words are not for this person.
 */
export async function similarDecisions(
  deps: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  person: PersonActor,
  { id, entries }: CaseDetail,
): Promise<SimilarDecision[]> {
  if (entries.length === 0) return [];
  const others = await decidedWithAny(deps.db, entries, { except: id, limit: COMPARED });
  const like = others
    .map((other) => {
      const common = entries.filter((entry) => other.entries.includes(entry));
      return {
        id: other.id,
        common,
        likeness: common.length / (entries.length + other.entries.length - common.length),
      };
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, ASKED);
  const ids = like.map(({ id }) => id);
  const closed = await closedAmong(deps, person, ids);
  const found: SimilarDecision[] = [];
  for (const { id, common } of like) {
    if (closed.has(id)) continue;
    const last = await lastDecision(deps.db, id);
    if (last !== null) found.push({ id, common, decision: last.decision, at: last.at });
    if (found.length === SHOWN) break;
  }
  return found;
}

/**
 * Whether a decision departs from how all similar ones were decided, two or more of them.
 *
 * @example
 * departs('dismiss', []) // → false
 */
export const departs = (kind: Decision['kind'], similar: readonly Pick<SimilarDecision, 'decision'>[]): boolean =>
  similar.length >= 2 &&
  (kind === 'approve' || kind === 'dismiss') &&
  similar.every(({ decision }) => decision.kind !== kind);

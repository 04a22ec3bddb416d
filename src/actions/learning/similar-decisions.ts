import type { CaseDetail, CaseId, Decision } from '../../cases/index.ts';
import { standingDecisions, taughtFeatures } from '../../store/index.ts';
import type { PersonActor } from '../actor.ts';
import { isClosedTo } from '../cases/is-closed-to.ts';
import type { ActionDeps } from '../deps.ts';
import { linesOf } from './learned.ts';

/** A decided case whose mail is like the one that somebody looks at. */
export interface SimilarDecision {
  readonly id: CaseId;
  readonly decision: Decision;
  readonly at: Date;
  readonly likeness: number; // 0 to 1
}

const SHOWN = 3;
/** Newest decisions that are compared. */
const COMPARED = 400;
/** Below this two mails have in common what any two have. */
const LEAST_LIKENESS = 0.2;
/** So many are asked whether they may be shown, for each that is. */
const ASKED = 4 * SHOWN;

/**
 * Decided cases whose mails are most like those of a case, likest first, three at most. Confidential cases are never among them, nor
 * those whose words are not for this person.
 */
export async function similarDecisions(
  deps: Pick<ActionDeps, 'db' | 'lab' | 'read' | 'now'>,
  person: PersonActor,
  detail: CaseDetail,
): Promise<SimilarDecision[]> {
  const others = (await taughtFeatures(deps.db, COMPARED)).filter(({ caseId }) => caseId !== detail.id);
  const ground = others.length === 0 ? null : await deps.lab.ground();
  if (ground === null) return [];
  const likeness = ground.likenessTo(ground.shown((await linesOf(deps, detail)).flat()));
  const like = others
    .map(({ caseId, features: other }) => ({ id: caseId, likeness: likeness(other) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, ASKED);
  const standing = await standingDecisions(
    deps.db,
    like.map(({ id }) => id),
  );
  const found: SimilarDecision[] = [];
  for (const one of like) {
    const decided = standing.get(one.id);
    if (decided === undefined || (await isClosedTo(deps, person, one.id))) continue;
    found.push({ ...one, ...decided });
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

import { departs, type Learned, learnedFrom, type SimilarDecision, similarDecisions } from '../../../actions/index.ts';
import type { CaseDetail } from '../../../cases/index.ts';
import { lastDecision } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';

/** What a case shows of decisions: those on similar ones, and what its own taught. */
export interface LearningInCase {
  readonly similar: readonly SimilarDecision[];
  readonly departs: boolean; // its own decision, from all similar ones
  readonly learned: Learned | null;
}

export async function learningFor(c: WebContext, deps: FrontDeps, detail: CaseDetail): Promise<LearningInCase> {
  const similar = await similarDecisions(deps, actorOf(c, deps), detail);
  const last = detail.status === 'open' ? null : await lastDecision(deps.db, detail.id, visibilityOf(c));
  return {
    similar,
    departs: last !== null && departs(last.decision.kind, similar),
    learned: last === null ? null : await learnedFrom(deps, detail),
  };
}

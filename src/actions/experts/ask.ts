import type { CaseId } from '../../cases/index.ts';
import type { Day, Expert, ExpertId, ExpertRequest, ExpertRequestId, Handed } from '../../response/index.ts';
import {
  addExpertRequest,
  answerExpertRequest,
  expertRequests,
  loadExpert,
  standingExperts,
} from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, requireRight } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>;

/** What an expert is asked about a case, and what they are given. */
export interface ExpertQuestion {
  readonly expert: ExpertId;
  readonly question: string;
  readonly handed: Handed;
  readonly due: Day | null;
  readonly consent: boolean; // whoever handed it in agrees
}

export interface CaseExperts {
  readonly experts: readonly Expert[];
  readonly requests: readonly ExpertRequest[];
  readonly needsConsent: boolean; // somebody handed the case in
}

/** Whom one may ask about a case, and what was asked. @throws Refusal `not-allowed`, `no-such-case`, `recused` */
export async function caseExperts(deps: Deps, actor: Actor, id: CaseId): Promise<CaseExperts> {
  requireRight(actor, 'experts.manage');
  const { detail } = await admit(deps, actor, id);
  await deps.audit.record({
    ...auditActorOf(actor, deps.now()),
    action: 'case.view',
    target: `case/${id}`,
    details: {},
  });
  return {
    experts: await standingExperts(deps.db),
    requests: await expertRequests(deps.db, id),
    needsConsent: detail.report !== null,
  };
}

/**
 * Writes down that an expert was asked; nothing is sent. The log has their kind and what was handed over, never the question.
 *
 * @returns false when there is no such expert any more
 * @throws Refusal `not-allowed`, `no-such-case`, `recused`, or `no-consent` where somebody handed it in and has not agreed
 */
export async function askExpert(deps: Deps, actor: Actor, id: CaseId, asked: ExpertQuestion): Promise<boolean> {
  requireRight(actor, 'experts.manage');
  const { detail } = await admit(deps, actor, id);
  if (detail.report !== null && !asked.consent) throw new Refusal({ code: 'no-consent' });
  const at = deps.now();
  const { expert: expertId, question, handed, due } = asked;
  const known = await loadExpert(deps.db, expertId);
  if (known === null) return false;
  await deps.audit.during(
    (tx) => addExpertRequest(tx, { caseId: id, expertId, question, handed, due }, { by: nameOf(actor), at }),
    (request) => ({
      ...auditActorOf(actor, at),
      action: 'case.expert',
      target: `case/${id}`,
      details: { request, kind: known.kind, handed, ...(due === null ? {} : { due }) },
    }),
  );
  return true;
}

/** Writes down what an expert answered, once. @returns false when there is nothing to answer @throws Refusal as above */
export async function noteExpertAnswer(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  request: ExpertRequestId,
  words: string,
): Promise<boolean> {
  requireRight(actor, 'experts.manage');
  await admit(deps, actor, id);
  const at = deps.now();
  return deps.audit.during(
    (tx) => answerExpertRequest(tx, id, request, words, { by: nameOf(actor), at }),
    (done) =>
      done
        ? { ...auditActorOf(actor, at), action: 'case.expert-answer', target: `case/${id}`, details: { request } }
        : null,
  );
}

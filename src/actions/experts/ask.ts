import type { CaseId } from '../../cases/index.ts';
import { type Expert, type ExpertId, type ExpertRequest, type ExpertRequestId, HANDED } from '../../response/index.ts';
import {
  addExpertRequest,
  answerExpertRequest,
  expertRequests,
  loadExpert,
  standingExperts,
} from '../../store/index.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { choice, maybeDay, pick, rowId, text, tick } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>;

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

/** Writes down that an expert was asked; nothing is sent. The log has their kind and what was handed over, never the question. */
export const askExpert = act({
  path: '/cases/:id/experts',
  right: 'experts.manage',
  audit: 'case.expert',
  about: 'id',
  ask: {
    id: rowId<CaseId>(),
    expert: pick<ExpertId>(/^[1-9]\d{0,17}$/),
    question: text(2000),
    handed: choice(HANDED),
    due: maybeDay('ahead'),
    consent: tick(), // of whoever handed it in
  },
  logged: ['handed'],
  async do(tx, { id: caseId, expert: expertId, consent, ...asked }, { by, at, admitted }) {
    const problem = (field: string) => wrongFields({ [field]: 'missing' });
    if (admitted!.detail.report !== null && !consent) throw problem('consent');
    const known = await loadExpert(tx, expertId);
    if (known === null) throw problem('expert');
    return { request: await addExpertRequest(tx, { caseId, expertId, ...asked }, { by, at }), kind: known.kind };
  },
  told: (done, { due }) => ({ ...done, ...(due === null ? {} : { due }) }),
  to: ({ id }) => `case/${id}`,
});

/** Writes down what an expert answered, once. */
export const noteExpertAnswer = act({
  path: '/cases/:id/experts/:request/answer',
  right: 'experts.manage',
  audit: 'case.expert-answer',
  about: 'id',
  ask: { id: rowId<CaseId>(), request: rowId<ExpertRequestId>(), words: text(5000) },
  logged: ['request'],
  to: ({ id }) => `case/${id}`,
  async do(tx, { id, request, words }, { by, at }) {
    if (!(await answerExpertRequest(tx, id, request, words, { by, at }))) throw new Refusal({ code: 'not-there' });
  },
});

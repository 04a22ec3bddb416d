import { COOPERATION_DIRECTIONS, type Cooperation, type CooperationId } from '../../response/index.ts';
import { addCooperation, answerCooperation as answerInStore, cooperationList } from '../../store/index.ts';
import { type Actor, auditActorOf, requireRight, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { caseNumber, choice, day, line, rowId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

/** Writes down a request; nothing is sent. The log has its direction and day, never who or what. */
export const recordCooperation = act({
  path: '/cooperation',
  right: 'cooperation.manage',
  audit: 'cooperation.record',
  about: 'caseId',
  ask: {
    direction: choice(COOPERATION_DIRECTIONS),
    company: line(200),
    contact: line(500, 'maybe'),
    words: text(4000),
    asked: day('behind'),
    due: day('ahead'),
    caseId: caseNumber(),
  },
  logged: ['direction', 'due'],
  to: (_, id: CooperationId) => `cooperation/${id}`,
  do: addCooperation,
});

/** Writes down the answer, once. */
export const answerCooperation = act({
  path: '/cooperation/:request/answer',
  right: 'cooperation.manage',
  audit: 'cooperation.answer',
  ask: { request: rowId<CooperationId>(), words: text(4000), day: day('behind') },
  logged: [],
  to: ({ request }) => `cooperation/${request}`,
  async do(tx, { request, ...answer }, doer) {
    if (!(await answerInStore(tx, request, answer, doer, doer.sight))) throw new Refusal({ code: 'not-there' });
  },
});

const AT_ONCE = 200;

/** Requests among employers: what waits, the first due first, and what was answered last. @throws Refusal `not-allowed` */
export async function cooperationFor(
  { db, audit, now }: Pick<ActionDeps, 'db' | 'audit' | 'now'>,
  actor: Actor,
): Promise<{ readonly waiting: readonly Cooperation[]; readonly answered: readonly Cooperation[] }> {
  requireRight(actor, 'cooperation.manage');
  await audit.record({ ...auditActorOf(actor, now()), action: 'cooperation.view', target: '', details: {} });
  const sight = visibilityOf(actor);
  return {
    waiting: await cooperationList(db, { answered: false, limit: AT_ONCE, offset: 0 }, sight),
    answered: await cooperationList(db, { answered: true, limit: AT_ONCE, offset: 0 }, sight),
  };
}

import { nameConcerned, perform, recordCare, sayWishes } from '../../actions/index.ts';
import { NOTHING_DONE } from '../../sample/index.ts';
import { concernedIn, ownCases } from '../../store/index.ts';
import type { ActorOf, AftermathDeps } from './aftermath.ts';
import { approvedCase } from './approved-case.ts';

/** Somebody whom an approved case befell says that nothing shall be done: from then on nothing goes to the other side. */
export async function playNothingDone(deps: AftermathDeps, actorOf: ActorOf, stopping: AbortSignal): Promise<void> {
  const { subject, by, who, role, words, care, hours } = NOTHING_DONE;
  const found = await approvedCase(deps, subject);
  if (found === null) return;
  const { id, receivedAt } = found;
  const at = new Date(Math.min(receivedAt.getTime() + hours * 3_600_000, deps.now().getTime()));
  const then = { ...deps, now: () => at };
  const concerned = await concernedIn(deps.db, id);
  if (concerned.length === 0) {
    for (const point of care) await perform(recordCare, then, actorOf(by), { id, do: 'point', point, state: 'done' });
    stopping.throwIfAborted();
    await perform(nameConcerned, then, actorOf(by), { id, do: 'add', person: actorOf(who).id, role });
  }
  const own = (await ownCases(deps.db, actorOf(who).id)).find(({ caseId }) => caseId === id);
  if (own?.wishes !== null) return;
  await perform(sayWishes, then, actorOf(who), { report: own.key, wishes: ['nothing'], words });
}

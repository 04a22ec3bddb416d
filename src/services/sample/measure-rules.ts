import { changeMeasureRules, perform } from '../../actions/index.ts';
import { MEASURE_STEPS } from '../../response/index.ts';
import { AFTERMATH } from '../../sample/index.ts';
import { currentRules } from '../../store/index.ts';
import type { ActorOf, AftermathDeps } from './aftermath.ts';

const DAY_MS = 86_400_000;

/** The rules of the invented company: written before there was a case, as they should be. */
export async function writeMeasureRules(deps: AftermathDeps, actorOf: ActorOf): Promise<void> {
  if ((await currentRules(deps.db, 'measures')) !== null) return;
  const { by, days, steps, cautionReply, endReply } = AFTERMATH.rules;
  const before = new Date(deps.now().getTime() - days * DAY_MS);
  await perform(changeMeasureRules, { ...deps, now: () => before }, actorOf(by), {
    after: 0,
    steps: MEASURE_STEPS.map((step) => ({ step, ...steps[step]!, approvers: ['management', 'lead'] })),
    ...{ caution: 2, end: 3, cautionReply, endReply },
  });
}

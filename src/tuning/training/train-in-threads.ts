import { inThreads } from '../threads.ts';
import type { Background } from './background.ts';
import { type Fit, planOf, type Trained, trainedFrom } from './train.ts';
import type { TrainingMail } from './training-texts.ts';

/** `trainClassifier` on all processors of the machine. The same numbers come out. */
export async function trainInThreads(mails: readonly TrainingMail[], background: Background | null): Promise<Trained> {
  const plan = planOf(mails, background);
  return trainedFrom(
    plan,
    await inThreads<(typeof plan.folds)[number], Fit>('training/fit-thread.js', plan, plan.folds),
  );
}

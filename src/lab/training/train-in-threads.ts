import { inThreads } from '../threads.ts';
import { type Fit, planOf, type Trained, trainedFrom } from './train.ts';
import type { TrainingMaterial } from './training-texts.ts';

/** `trainClassifier` on all processors of the machine. The same numbers come out. */
export async function trainInThreads(material: TrainingMaterial): Promise<Trained> {
  const plan = planOf(material);
  return trainedFrom(
    plan,
    await inThreads<(typeof plan.folds)[number], Fit>('training/fit-thread.js', plan, plan.folds),
  );
}

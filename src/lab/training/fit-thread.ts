import { parentPort, workerData } from 'node:worker_threads';
import { type Fold, fitWithout, type TrainingPlan } from './train.ts';

// Runs as a worker thread: trains on all but what is held out, one fold after the other.

parentPort!.on('message', (fold: Fold | null) => {
  parentPort!.postMessage(fitWithout(workerData as TrainingPlan, fold));
});

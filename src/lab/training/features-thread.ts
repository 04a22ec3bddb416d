import { parentPort, workerData } from 'node:worker_threads';
import { createTokenizer, type Ipadic } from '../../text/index.ts';
import { type NamedFile, trainingSet } from './training-set.ts';

// Runs as a worker thread: makes the mails of one file after the other ready for training.

const tokenize = createTokenizer(workerData as Ipadic);

parentPort!.on('message', async (file: NamedFile) => {
  parentPort!.postMessage(await trainingSet([file], tokenize));
});

import { parentPort, workerData } from 'node:worker_threads';
import type { JudgedLanguage } from '../../detect/index.ts';
import { createTokenizer, type Ipadic } from '../../text/index.ts';
import { type NamedFile, trainingSet } from './training-set.ts';

// Runs as a worker thread: makes the mails of one file after the other ready for training.

const given = workerData as { readonly ipadic: Ipadic; readonly language: JudgedLanguage };
const tokenize = createTokenizer(given.ipadic);

parentPort!.on('message', async (file: NamedFile) => {
  parentPort!.postMessage(await trainingSet([file], tokenize, given.language));
});

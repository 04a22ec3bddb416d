import { parentPort, workerData } from 'node:worker_threads';
import { compileRules, type RuleFiles } from '../../screening/index.ts';
import { createTokenizer, type Ipadic } from '../../text/index.ts';
import type { FunctionalTest } from './file.ts';
import { judgeBy } from './mail.ts';
import { runFunctionalTests } from './run.ts';

// Runs as a worker thread: judges the texts of one functional test after the other.

const given = workerData as { readonly ipadic: Ipadic; readonly rules: RuleFiles };
const judge = judgeBy(compileRules(given.rules, createTokenizer(given.ipadic)));

parentPort!.on('message', async (test: FunctionalTest) => {
  parentPort!.postMessage((await runFunctionalTests([test], judge))[0]);
});

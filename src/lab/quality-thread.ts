import { parentPort, workerData } from 'node:worker_threads';
import { classifierOf, createClassifier } from '../detect/index.ts';
import { compileRules, judgesOf, type RuleFiles } from '../screening/index.ts';
import { createTokenizer, type Ipadic } from '../text/index.ts';
import { measureFile } from './file-quality.ts';
import type { Measuring } from './quality.ts';

// Runs as a worker thread: measures one file after the other.

const given = workerData as { readonly ipadic: Ipadic; readonly rules: RuleFiles };
const rules = compileRules(given.rules, createTokenizer(given.ipadic));
const shipped = judgesOf(given.rules.classifier ?? {});

parentPort!.on('message', async ({ corpus, model }: Measuring) => {
  const classifier =
    model === null ? rules.classifier! : classifierOf({ ...shipped, [model.language]: createClassifier(model) });
  parentPort!.postMessage(await measureFile(corpus, classifier, rules));
});

import { parentPort, workerData } from 'node:worker_threads';
import { DictionaryError } from '../detect/index.ts';
import { loadTokenizer } from '../text/index.ts';
import type { Compiled } from './compile-in-thread.ts';
import { packRules } from './packed-rules.ts';
import type { RuleFiles } from './rule-files.ts';

// Runs as a worker thread: compiles the rules, and ends with all that it needed for that.

const tell = (compiled: Compiled): void => parentPort!.postMessage(compiled);

try {
  tell({ kind: 'packed', rules: packRules(workerData as RuleFiles, await loadTokenizer()) });
} catch (error) {
  if (!(error instanceof DictionaryError)) throw error;
  tell({ kind: 'broken', problems: error.problems, message: error.message });
}

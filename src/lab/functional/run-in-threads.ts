import type { RuleFiles } from '../../screening/index.ts';
import { loadIpadic } from '../../text/index.ts';
import { inThreads } from '../threads.ts';
import type { FunctionalTest } from './file.ts';
import type { FunctionalResult } from './run.ts';

/** `runFunctionalTests` by these rules, on all processors of the machine. */
export async function runFunctionalInThreads(
  tests: readonly FunctionalTest[],
  rules: RuleFiles,
): Promise<FunctionalResult[]> {
  return inThreads('functional/functional-thread.js', { ipadic: await loadIpadic(), rules }, tests);
}

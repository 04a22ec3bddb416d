import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DictionaryError } from '../detect/index.ts';
import { shipped } from '../util/paths.ts';
import type { PackedRules } from './packed-rules.ts';
import type { CompileRules } from './rules.ts';

/** What the thread answers. */
export type Compiled =
  | { readonly kind: 'packed'; readonly rules: PackedRules }
  | ({ readonly kind: 'broken' } & Pick<DictionaryError, 'problems' | 'message'>);

/**
 * Compiles away from the event loop. What it takes, seconds and some 150 MB, is gone when it is done: a service that only
 * explains assessments has no tokenizer.
 *
 * @throws as `compileRules`
 */
export const compileInThread: CompileRules = async (files) => {
  const [compiled] = (await once(
    new Worker(shipped('dist/screening/compile-thread.js'), { workerData: files }),
    'message',
  )) as [Compiled];
  switch (compiled.kind) {
    case 'packed':
      return compiled.rules;
    case 'broken':
      throw new DictionaryError(compiled.problems, compiled.message);
  }
};

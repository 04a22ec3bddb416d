import { loadConfig } from '../../src/config/index.ts';
import type { Rules } from '../../src/screening/pipeline.ts';
import { loadRules } from '../../src/screening/rules.ts';
import { shipped } from '../../src/util/paths.ts';

let rules: Promise<Rules> | null = null;

/** The rules that ship, whatever an operator has configured in this clone: compiled once for all files of a worker, for it takes seconds. */
export function shippedRules(): Promise<Rules> {
  rules ??= loadRules(loadConfig(null, {}, shipped('test')).config);
  return rules;
}

import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when `condition` holds, however long it takes: the test's own timeout is the limit. */
export async function eventually(condition: () => boolean | Promise<boolean>, everyMs = 20): Promise<void> {
  while (!(await condition())) await pause(everyMs);
}

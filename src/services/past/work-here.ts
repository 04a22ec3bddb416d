import type { PastRunId } from '../../cases/index.ts';
import type { Keys, LoadedConfig } from '../../config/index.ts';
import { createSignIns } from '../../intake/index.ts';
import type { Db } from '../../store/index.ts';
import type { Logger } from '../../util/log.ts';
import { createPastJob } from './job.ts';

export interface WorkHereDeps extends Pick<LoadedConfig, 'config' | 'secrets'> {
  readonly db: Db;
  readonly keys: Pick<Keys, 'hash'>;
  readonly log: Logger;
}

/** Works at a run in this process, to its end or until it is paused: for a store that no service has open. */
export async function workAtPastHere({ config, secrets, db, keys, log }: WorkHereDeps, run: PastRunId): Promise<void> {
  const job = createPastJob({
    config,
    db,
    keys,
    signIns: createSignIns(config, secrets, log),
    stop: new AbortController().signal,
    now: () => new Date(),
    log,
  });
  await job({ run }, { number: 1, last: true });
}

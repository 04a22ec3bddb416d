import { statfs } from 'node:fs/promises';
import type { Config } from '../config/index.ts';
import type { Operations } from '../fronts/shared/index.ts';
import { JOB_NAMES, type JobQueue } from '../jobs/index.ts';
import type { ReadRules } from '../screening/index.ts';
import { databaseVersion, foreignMails, type Store, storageUse, waitingBySource } from '../store/index.ts';
import { ownVersion } from '../util/paths.ts';

interface OperationsDeps {
  readonly config: Config;
  readonly store: Store;
  readonly queue: JobQueue;
  readonly rules: () => ReadRules;
  readonly now: () => Date;
}

/** Looks at what runs behind the review app. A queue that is away fails nothing else. */
export async function lookAtOperations({ config, store, queue, rules, now }: OperationsDeps): Promise<Operations> {
  const { db, engine } = store;
  const { bavail, blocks, bsize } = await statfs(config.dataPath);
  const waiting = await waitingBySource(db);
  return {
    queues: await Promise.all(
      JOB_NAMES.map(async (name) => ({ name, jobs: await queue.counts(name).catch(() => null) })),
    ),
    foreign: await foreignMails(db, now()),
    lags: new Map(waiting.map(({ source, oldest }) => [source, oldest])),
    storage: { ...(await storageUse(db)), disk: { free: bavail * bsize, size: blocks * bsize } },
    versions: {
      komainu: ownVersion(),
      node: process.versions.node,
      dictionary: rules().dictionary.version,
      classifier: rules().classifier?.version ?? null,
      store: { kind: engine.kind, version: await databaseVersion(db) },
      queue: await queue.server().catch(() => null),
    },
  };
}

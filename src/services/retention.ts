import { openAuditLog, purge, Refusal } from '../actions/index.ts';
import type { Config, Keys } from '../config/index.ts';
import type { Leases, Store } from '../store/index.ts';
import { type Logger, logFor } from '../util/log.ts';
import { runAsLeader } from './leader.ts';

const EVERY_MS = 3_600_000;

interface RetentionDeps {
  readonly config: Config;
  readonly store: Store;
  readonly leases: Leases;
  readonly keys: Keys;
  readonly log: Logger;
}

/** Deletes every hour what has been kept as long as the configuration says. */
export function startRetention({ config, store, leases, keys, log }: RetentionDeps): AsyncDisposable {
  const say = logFor(log, 'store');
  const audit = openAuditLog({ db: store.db, key: keys.audit, dataPath: config.dataPath, log: say });
  return runAsLeader(leases, {
    name: 'retention',
    everyMs: EVERY_MS,
    async work(now) {
      const { db } = store;
      const deps = { db, audit, now: () => now, retention: config.retention };
      const purged = await purge(deps, { kind: 'service' }).catch((error: unknown) => {
        if (!(error instanceof Refusal && error.code === 'clock-ahead')) throw error;
        say.error({ sentence: error.message }, 'the clock has jumped ahead; nothing was deleted'); // and again in an hour
        return null;
      });
      if (purged === null) return;
      if (Object.values(purged).every((count) => count === 0)) return;
      say.info(purged, 'deleted what was kept long enough');
    },
    onFailure: (error) =>
      say.warn({ error: error.name }, 'what was kept long enough could not be deleted; it will be tried again'),
  });
}

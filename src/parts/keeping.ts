import type { Config } from '../config.ts';
import { type Logger, logFor } from '../log.ts';
import { purge, type Store } from '../store/index.ts';
import { inOnePlace } from './in-one-place.ts';

const EVERY_MS = 3_600_000;

/** Deletes every hour what has been kept as long as the configuration says. */
export function startKeeping(config: Config, store: Store, log: Logger): AsyncDisposable {
  const say = logFor(log, 'store');
  return inOnePlace(store, {
    name: 'keeping',
    everyMs: EVERY_MS,
    async work(now) {
      const purged = await purge(store.db, config.retention, now);
      if (Object.values(purged).some((count) => count > 0)) say.info(purged, 'deleted what was kept long enough');
    },
    onFailure: (error) =>
      say.warn({ error: error.name }, 'what was kept long enough could not be deleted; it will be tried again'),
  });
}

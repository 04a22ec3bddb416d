import { adoptShippedPlan, openAuditLog, refreshClocks } from '../actions/index.ts';
import type { Config, Keys } from '../config/index.ts';
import type { Leases, Store } from '../store/index.ts';
import { type Logger, logFor } from '../util/log.ts';
import { runAsLeader } from './leader.ts';

const EVERY_MS = 10_000;

interface ClocksDeps {
  readonly config: Config;
  readonly store: Store;
  readonly leases: Leases;
  readonly keys: Keys;
  readonly log: Logger;
}

/** Keeps the clocks of cases as cases and matrix say. Every process offers to do it and one does. */
export function startClocks({ config, store: { db }, leases, keys, log }: ClocksDeps): AsyncDisposable {
  const say = logFor(log, 'store');
  const audit = openAuditLog({ db, key: keys.audit, dataPath: config.dataPath, log: say });
  return runAsLeader(leases, {
    name: 'clocks',
    everyMs: EVERY_MS,
    async work(at) {
      const deps = { db, audit, now: () => at };
      await adoptShippedPlan(deps);
      await refreshClocks({ ...deps, timeZone: config.company.timeZone });
    },
    onFailure: (error) =>
      say.warn({ error: error.name }, 'the times of cases could not be reckoned; it will be tried again'),
  });
}

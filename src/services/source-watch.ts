import type { Config } from '../config/index.ts';
import { type Alarm, alarmsOf, withAlarms } from '../health/index.ts';
import { type Db, type SourceHealth, sourceHealth, waitingBySource } from '../store/index.ts';

/** How the sources are: what they report, and what has lasted too long. */
export interface SourceWatch {
  alarms(): Promise<readonly Alarm[]>;
  health(): Promise<SourceHealth[]>;
}

export function watchSources({ sources, settings }: Config, db: Db, now: () => Date): SourceWatch {
  const startedAt = now();
  const configured = sources.map(({ name }) => name);
  const ask = async () => {
    const health = await sourceHealth(db);
    const [limitMs, pollMs] = [settings.sourceAlarmMinutes * 60_000, settings.pollSeconds * 1000];
    const waiting = await waitingBySource(db);
    return { health, alarms: alarmsOf({ configured, health, waiting, startedAt, now: now(), limitMs, pollMs }) };
  };
  return {
    alarms: async () => (await ask()).alarms,
    async health() {
      const { health, alarms } = await ask();
      return withAlarms(health, alarms, configured);
    },
  };
}

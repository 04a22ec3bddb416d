import type { Config } from '../../config/index.ts';
import { type Alarm, alarmsOf, type QueueWatch, withAlarms } from '../../health/index.ts';
import { type Db, runningHosts, type SourceHealth, sourceHealth, waitingBySource } from '../../store/index.ts';

/** How the sources are: what they report, and what has lasted too long, with the service they stand on. */
export interface SourceWatch {
  alarms(): Promise<readonly Alarm[]>;
  health(): Promise<SourceHealth[]>;
}

export function watchSources(
  { sources, settings }: Config,
  db: Db,
  queue: Pick<QueueWatch, 'state'>,
  now: () => Date,
): SourceWatch {
  const startedAt = now();
  const configured = sources.map(({ name }) => name);
  const ask = async () => {
    const health = await sourceHealth(db);
    const [limitMs, pollMs] = [settings.sourceAlarmMinutes * 60_000, settings.pollSeconds * 1000];
    const [waiting, hosts] = [await waitingBySource(db), await runningHosts(db)];
    const question = { configured, health, waiting, queue: queue.state(), hosts, startedAt, now: now() };
    return { health, alarms: alarmsOf({ ...question, limitMs, pollMs }) };
  };
  return {
    alarms: async () => (await ask()).alarms,
    async health() {
      const { health, alarms } = await ask();
      return withAlarms(health, alarms, configured);
    },
  };
}

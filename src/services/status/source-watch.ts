import type { Config } from '../../config/index.ts';
import { type Alarm, alarmsOf, type QueueWatch, withAlarms } from '../../health/index.ts';
import { type Db, runningHosts, type SourceHealth, sourceHealth, waitingBySource } from '../../store/index.ts';

/** How the sources are: what they report, and what has lasted too long, with the service they stand on. */
export interface SourceWatch {
  alarms(): Promise<readonly Alarm[]>;
  health(): Promise<SourceHealth[]>;
}

export function watchSources(config: Config, db: Db, queue: Pick<QueueWatch, 'state'>, now: () => Date): SourceWatch {
  const since = new Map<string, Date>();
  const configuredNow = () => {
    const configured = config.sources.map(({ name }) => name);
    for (const name of since.keys()) if (!configured.includes(name)) since.delete(name);
    for (const name of configured) if (!since.has(name)) since.set(name, now());
    return configured;
  };
  configuredNow();
  const ask = async () => {
    const [configured, { settings }] = [configuredNow(), config];
    const health = await sourceHealth(db);
    const [limitMs, pollMs] = [settings.sourceAlarmMinutes * 60_000, settings.pollSeconds * 1000];
    const [waiting, hosts] = [await waitingBySource(db), await runningHosts(db)];
    const question = { configured, health, waiting, queue: queue.state(), hosts, now: now() };
    const watchedSince = (name: string) => since.get(name) ?? now();
    return { health, configured, alarms: alarmsOf({ ...question, watchedSince, limitMs, pollMs }) };
  };
  return {
    alarms: async () => (await ask()).alarms,
    async health() {
      const { health, alarms, configured } = await ask();
      return withAlarms(health, alarms, configured);
    },
  };
}

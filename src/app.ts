import { type LoadedConfig, loadKeys } from './config/index.ts';
import { openQueue } from './jobs/index.ts';
import { prepareSample } from './sample/index.ts';
import { watchRules } from './screening/index.ts';
import { createSpool } from './screening/job/index.ts';
import { openPool } from './screening/pool/index.ts';
import { startIntake, startNotifier, startRetention, startScreening, startWeb, webUrl } from './services/index.ts';
import { openLeases, openStore } from './store/index.ts';
import { type Logger, logFor } from './util/log.ts';

const COMMAND_ENDS_WITHIN_MS = 10_000; // one that was run while no service ran has the store open for itself

export type Part = 'all' | 'intake' | 'screen' | 'web';

export interface App extends AsyncDisposable {
  readonly url: string | null; // of the desk; null when this process does not serve it
  readonly firstLink: string | null; // one-time link to the first account, while there is none
}

export interface StartOptions {
  readonly part: Part;
  readonly log: Logger;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Wires everything once: store, queue and rules, then the parts this process runs. Disposing stops them in reverse.
 *
 * @throws ConfigError, StoreError, QueueError or DictionaryError when it cannot start; what had started is stopped.
 */
export async function startApp({ config, secrets }: LoadedConfig, { part, log, env }: StartOptions): Promise<App> {
  const started: AsyncDisposable[] = [];
  const stop = async () => {
    for (const one of started.splice(0).reverse()) await one[Symbol.asyncDispose]();
  };
  const keep = <T extends AsyncDisposable>(one: T): T => {
    started.push(one);
    return one;
  };
  const runs = (wanted: Part) => part === 'all' || part === wanted;
  try {
    for (const { old, now } of config.renamed) log.warn({ old, now }, 'a key of the configuration has a new name');
    await prepareSample(config);
    const keys = await loadKeys(config.dataPath, env);
    const store = await openStore(secrets.store, config.dataPath, COMMAND_ENDS_WITHIN_MS);
    keep({ [Symbol.asyncDispose]: () => store.close() });
    const backend = secrets.queue.kind === 'redis' ? secrets.queue : store.engine;
    const queue = await openQueue(backend, { log: logFor(log, 'jobs'), attempts: config.settings.attempts });
    keep({ [Symbol.asyncDispose]: () => queue.close() });
    const rules = await watchRules(config, logFor(log, 'app'));
    keep({ [Symbol.asyncDispose]: async () => rules[Symbol.dispose]() });
    const places = keep(openLeases(store.engine));
    const common = {
      config,
      secrets,
      db: store.db,
      store,
      places,
      queue,
      keys,
      spool: createSpool(store.db, queue),
      rules: rules.current,
      ruleFiles: rules.files,
      log,
    };
    if (runs('screen')) {
      const { screen } = keep(
        openPool({
          threads: config.settings.screenConcurrency,
          rules: rules.files,
          log: logFor(log, 'screen'),
        }),
      );
      keep(await startScreening({ ...common, screen }));
    }
    if (runs('intake')) keep(await startIntake(common));
    const web = runs('web') ? keep(await startWeb({ ...common, problem: rules.problem })) : null;
    const desk = web?.url ?? webUrl(config);
    keep(startRetention(common));
    const telling = startNotifier({ ...common, url: desk });
    if (telling !== null) keep(telling);
    log.info({ part, dictionary: rules.current().dictionary.version }, 'started');
    return { url: web?.url ?? null, firstLink: web?.firstLink ?? null, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

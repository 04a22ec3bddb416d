import { mkdir } from 'node:fs/promises';
import { type LoadedConfig, loadKeys } from './config/index.ts';
import { openQueue } from './jobs/index.ts';
import { prepareSample } from './sample/index.ts';
import { createSpool } from './screening/job/index.ts';
import { openPool } from './screening/pool/index.ts';
import {
  consultSources,
  type Door,
  following,
  SLOW_AT_ONCE,
  signInsFor,
  startAnchors,
  startAnswerNotices,
  startClocks,
  startIntake,
  startNotifier,
  startPast,
  startPresence,
  startReceipts,
  startRetention,
  startRules,
  startScreening,
  watchQueue,
  watchSettings,
  webUrl,
} from './services/index.ts';
import { keepSecret, makePrivate, openLeases, openStore, ownerOnlyFiles } from './store/index.ts';
import { type Logger, logFor } from './util/log.ts';

const COMMAND_ENDS_WITHIN_MS = 10_000; // one that was run while no service ran has the store open for itself

export type Part = 'all' | 'intake' | 'screen' | 'web';

export interface App extends AsyncDisposable {
  readonly url: string | null; // of the review app; null when this process does not serve it
  readonly firstLink: string | null; // one-time link to the first account, while there is none
}

export interface StartOptions {
  readonly part: Part;
  readonly log: Logger;
  readonly env: NodeJS.ProcessEnv;
  /** Where the review app is served; at an address of its own unless given. */
  readonly door?: Door;
  /** In the sample: ends it and begins the real installation. Gives the path to which whoever asked for it goes on. */
  readonly beginReal?: () => Promise<string>;
  /** Told as each step of the start begins: the first one takes some seconds. */
  readonly onStep?: (step: StartStep) => void;
}

export type StartStep = 'store' | 'rules' | 'services';

/**
 * Wires everything once: store, queue, the rules where mails or texts are judged, then the parts this process runs.
 * Disposing stops them in reverse.
 *
 * @throws ConfigError, StoreError, QueueError or DictionaryError when it cannot start; what had started is stopped.
 */
export async function startApp(
  loaded: LoadedConfig,
  { part, log, env, onStep, door, beginReal }: StartOptions,
): Promise<App> {
  const started: AsyncDisposable[] = [];
  const stop = async () => {
    const failures: unknown[] = [];
    for (const one of started.splice(0).reverse())
      try {
        await one[Symbol.asyncDispose]();
      } catch (error) {
        failures.push(error); // the others are stopped nevertheless
      }
    if (failures.length > 0) throw failures[0];
  };
  const keep = <T extends AsyncDisposable>(one: T): T => {
    started.push(one);
    return one;
  };
  const onFailure = (error: Error) =>
    log.error({ error: error.name }, 'a change of the settings could not be taken over; it will be tried again');
  const runs = (wanted: Part) => part === 'all' || part === wanted;
  try {
    ownerOnlyFiles();
    await prepareSample(loaded.config);
    const { dataPath } = loaded.config;
    await mkdir(dataPath, { recursive: true, mode: 0o700 }); // neither PostgreSQL nor a secret of the environment makes it
    const keys = await loadKeys(dataPath, env);
    onStep?.('store');
    const store = await openStore(loaded.secrets.store, dataPath, COMMAND_ENDS_WITHIN_MS);
    keep({ [Symbol.asyncDispose]: () => store.close() });
    await keepSecret(store.db, keys);
    const settings = keep(
      await watchSettings({ loaded, env, keys, db: store.db, log: logFor(log, 'app'), beginReal: beginReal ?? null }),
    );
    const { config, secrets } = settings.view;
    const judges = runs('screen') || runs('web'); // intake needs neither dictionaries nor tokenizer
    if (judges) onStep?.('rules');
    const rules = judges ? keep(await startRules({ config, keys, db: store.db, log: logFor(log, 'app') })) : null;
    const open = await makePrivate(dataPath);
    if (open.length > 0)
      logFor(log, 'store').warn(
        { files: open.length, first: open[0] },
        'files of the data folder belong to somebody else',
      );
    onStep?.('services');
    const backend = secrets.queue.kind === 'redis' ? secrets.queue : store.engine;
    const queue = await openQueue(backend, { log: logFor(log, 'jobs'), attempts: config.settings.attempts });
    keep({ [Symbol.asyncDispose]: () => queue.close() });
    const queueWatch = watchQueue(queue, logFor(log, 'jobs'));
    keep({ [Symbol.asyncDispose]: async () => queueWatch[Symbol.dispose]() });
    const leases = keep(openLeases(store.engine));
    const common = {
      config,
      secrets,
      settings,
      signIns: signInsFor({ settings, keys, db: store.db, log: logFor(log, 'intake') }),
      db: store.db,
      store,
      leases,
      queue,
      queueWatch,
      keys,
      spool: createSpool(store.db, queue),
      log,
    };
    // Before mails come in: what they take of this process, somebody at the web would wait for. Loaded here alone: it is by far the largest part.
    const web =
      rules !== null && runs('web')
        ? keep(
            await (await import('./services/review-app/index.ts')).startWeb({
              ...common,
              door,
              rules: rules.current,
              packedRules: rules.packed,
              problem: rules.problem,
            }),
          )
        : null;
    // Not where mails are judged: it asks mail servers.
    if (rules !== null && runs('web')) keep(await startPast(common));
    if (rules !== null && runs('screen')) {
      const judging = { rules: rules.packed, log: logFor(log, 'screen') };
      const { screen } = keep(openPool({ ...judging, threads: config.settings.screenConcurrency }));
      const { screen: screenSlow } = keep(openPool({ ...judging, threads: SLOW_AT_ONCE, asNeeded: true }));
      keep(
        await following(settings, {
          reads: () => config.spotChecks,
          start: () => startScreening({ ...common, screen, screenSlow }),
          onFailure,
        }),
      );
    }
    if (runs('intake')) keep(await startIntake(common));
    const address = web?.url ?? webUrl(config);
    keep(startRetention(common));
    keep(startClocks(common));
    const present = rules && startPresence({ ...common, rules: rules.current, part });
    if (present !== null) keep(present);
    // What goes outward. A process that only judges may have no way out, and would hold the lease all the same.
    if (part !== 'screen') {
      keep(startAnchors(common));
      for (const start of [startNotifier, startAnswerNotices, startReceipts]) {
        const reads = () => [
          ...[config.notify, [...secrets.channels], secrets.smtpPassword],
          ...[config.company.timeZone, consultSources(config).length > 0],
        ];
        keep(await following(settings, { reads, start: () => start({ ...common, url: address }), onFailure }));
      }
    }
    log.info({ part, dictionary: rules?.current().dictionary.version ?? null }, 'started');
    return { url: web?.url ?? null, firstLink: web?.firstLink ?? null, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { lateReading, openAuditLog } from '../actions/index.ts';
import { openAccounts } from '../actions/sign-in/index.ts';
import type { Config, Keys, Secrets } from '../config/index.ts';
import { explain } from '../detect/index.ts';
import { localApi, localSocketPath, serveLocalApi } from '../fronts/api/local/index.ts';
import { API_PATH, apiApp } from '../fronts/api/v1/index.ts';
import { ACT_LABELS, type FrontDeps, hostsOf } from '../fronts/shared/index.ts';
import { webApp } from '../fronts/web/index.ts';
import { differ, type QueueWatch, watchAlarms } from '../health/index.ts';
import type { SignIns } from '../intake/index.ts';
import { type JobQueue, screeningDepth } from '../jobs/index.ts';
import { loadPolicy } from '../policy/index.ts';
import { STORY_PASSWORD, STORY_PEOPLE } from '../sample/index.ts';
import type { PackedRules, ReadRules } from '../screening/index.ts';
import type { Spool } from '../screening/job/index.ts';
import { clockAhead, findAccount, type Leases, runningHosts, type Store, spoolDepth } from '../store/index.ts';
import { loadTokenizer } from '../text/index.ts';
import { openLab } from '../tuning/index.ts';
import { type Logger, logFor } from '../util/log.ts';
import { networksOf } from '../util/networks.ts';
import { openAttachments } from './attachments.ts';
import { reachableChannels, urgentChannels } from './channels.ts';
import { openForwarded } from './consulting/forwarded-mails.ts';
import { consultSources, peopleOf } from './consulting/index.ts';
import { type Door, type Fetch, isLoopback, openDoor, webUrl } from './listen.ts';
import { monitorFor } from './monitor.ts';
import { lookAtOperations } from './operations.ts';
import { readableSources } from './past/mailboxes.ts';
import { playStory } from './sample/story.ts';
import { openSandbox } from './sandbox.ts';
import { checkSetUp } from './set-up/check.ts';
import type { LiveSettings } from './set-up/live.ts';
import { openMailboxesOutside } from './set-up/mailboxes-outside.ts';
import { watchSources } from './status/source-watch.ts';
import { untoldOf } from './untold.ts';
import { firstLink, providersOf } from './web-accounts.ts';

export interface WebDeps {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly settings: LiveSettings;
  readonly signIns: SignIns;
  readonly store: Store;
  readonly leases: Leases;
  readonly queue: JobQueue;
  readonly queueWatch: QueueWatch;
  readonly keys: Keys;
  readonly spool: Spool;
  readonly rules: () => ReadRules;
  readonly packedRules: () => PackedRules; // the same, for the sandbox
  readonly problem: () => string | null;
  readonly door?: Door | undefined; // where it is served; its own unless given
  readonly log: Logger;
}

export interface Web extends AsyncDisposable {
  readonly url: string;
  readonly firstLink: string | null;
}

/**
 * Serves the review app, and on a unix socket the API that commands use.
 *
 * @throws ConfigError when the port is taken or a secret is missing.
 */
export async function startWeb(deps: WebDeps): Promise<Web> {
  const { config, secrets, settings, signIns, store, queue, queueWatch, keys, rules, log } = deps;
  const { db } = store;
  const now = () => new Date();
  const providers = providersOf(config, secrets);
  const door = deps.door ?? (await openDoor(config));
  const { address } = door;
  const leave = () => (deps.door === undefined ? door[Symbol.asyncDispose]() : door.answered(serve));
  const url = webUrl(config, address.port);
  const channels = reachableChannels(deps, url, now);
  const local = isLoopback(address.address);
  if (!local && !url.startsWith('https:'))
    logFor(log, 'web').warn(
      'the review app is served over plain HTTP beyond this machine; put HTTPS before it and set web.url',
    );
  const sources = watchSources(config, db, queueWatch, now);
  const audit = openAuditLog({ db, key: keys.audit, dataPath: config.dataPath, log: logFor(log, 'web') });
  const accounts = openAccounts({ store, audit, secret: keys.session, baseUrl: url, providers });
  const refill = () => deps.spool.sweep().catch(() => {}); // what fails here the next sweep makes good
  const lab = openLab({
    config,
    db,
    rules: async () => ({ ...rules(), tokenize: await loadTokenizer() }),
  });
  const trying = openSandbox({ rules: deps.packedRules, now, log: logFor(log, 'web') });
  const read = lateReading(db);
  const frontDeps: FrontDeps = {
    db,
    accounts,
    audit,
    read,
    wake: () => void deps.spool.fill().catch(() => {}), // the sweep finds it
    policy: (language) => loadPolicy(config.company.policy, language),
    explain: (assessment, language) => explain(assessment, rules().dictionary, language),
    dictionary: () => rules().dictionary,
    attachment: openAttachments(),
    forwarded: openForwarded(() => peopleOf(config)),
    tryOut: trying.tryOut,
    prepareTry: trying.prepare,
    status: async () => ({
      sources: await sources.health(),
      dictionary: { version: rules().dictionary.version, problem: deps.problem(), hosts: await differingHosts(db) },
      queue: queueWatch.state(),
      backlog: await spoolDepth(db),
      channels: await channels.list(),
      untold: await untoldOf(config, db),
      clockAheadOf: await clockAhead(db, now()),
    }),
    operations: () => lookAtOperations({ ...deps, now }),
    refill,
    lab,
    mailboxes: openMailboxesOutside({ ...deps, baseUrl: url, now }),
    past: {
      get sources() {
        return readableSources(config);
      },
    },
    settings,
    testChannel: channels.test,
    configFile: config.file,
    get company() {
      return config.company;
    },
    get consultation() {
      return {
        ...config.consultation,
        addresses: consultSources(config).flatMap(({ addresses }) => addresses),
        confidentialAddresses: consultSources(config).flatMap((source) => source.confidentialAddresses),
      };
    },
    get anchoredElsewhere() {
      const isTold = config.notify.channels.some(({ about }) => about.includes('audit'));
      return isTold || config.anchors.some(({ kind }) => kind === 'file');
    },
    get spotChecks() {
      return config.spotChecks;
    },
    get dailyCap() {
      return config.review.dailyCap;
    },
    get retention() {
      return config.retention;
    },
    acts: ACT_LABELS,
    hash: keys.hash,
    sharedDomains: config.settings.freeMailDomains,
    sample: config.sample,
    samplePeople: config.sample && local ? { people: STORY_PEOPLE, password: STORY_PASSWORD } : null,
    baseUrl: url,
    hosts: hostsOf(config.web),
    url: config.web.url,
    trustedProxies: config.web.trustedProxies && networksOf(config.web.trustedProxies),
    secureCookies: url.startsWith('https:'),
    now,
    log: logFor(log, 'web'),
  };
  const [people, programs] = [webApp(frontDeps), apiApp(frontDeps)];
  const served = new Hono<{ Bindings: HttpBindings }>().route('/', monitorFor(deps));
  served.all(`${API_PATH}/*`, (c) => programs.fetch(c.req.raw, c.env));
  served.all('*', (c) => people.fetch(c.req.raw, c.env));
  const serve = served.fetch as Fetch;
  const api = localApi({
    db,
    store,
    accounts,
    audit,
    get company() {
      return config.company;
    },
    acts: ACT_LABELS,
    sharedDomains: config.settings.freeMailDomains,
    baseUrl: url,
    backlog: () => screeningDepth(queue),
    read,
    refill,
    lab,
    checkSetUp: () => checkSetUp(settings, signIns, logFor(log, 'web')),
    urgentChannels: () => urgentChannels(config),
    get retention() {
      return config.retention;
    },
    now,
    log: logFor(log, 'web'),
  });
  try {
    const socket = await serveLocalApi(api, localSocketPath(config.dataPath));
    const first = await firstLink(accounts, url, now, config.sample && ((email) => findAccount(db, email)));
    const story = config.sample
      ? playStory({
          db,
          audit,
          read,
          now,
          wake: refill,
          accounts,
          company: config.company,
          local,
          log: logFor(log, 'web'),
        })
      : null;
    door.serve(serve);
    const watching = watchAlarms(sources.alarms, logFor(log, 'notify'));
    return {
      url,
      firstLink: first,
      async [Symbol.asyncDispose]() {
        watching[Symbol.dispose]();
        await story?.[Symbol.asyncDispose]();
        await socket[Symbol.asyncDispose]();
        await leave();
        await trying[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** All that judge, while some do by other dictionaries for longer than a change takes. */
async function differingHosts(db: Store['db']) {
  const hosts = await runningHosts(db);
  return differ(hosts) && hosts.every(({ settled }) => settled) ? hosts : [];
}

import type { CaseMail } from '../../../cases/index.ts';
import type { LoadedConfig } from '../../../config/index.ts';
import type { LocalApi } from '../../api/local/index.ts';
import { ACT_LABELS } from '../../shared/index.ts';

/** A store opened for one command, with the API on it. */
export interface OwnStore extends AsyncDisposable {
  readonly api: LocalApi;
}

/** @throws StoreLockedError when a process owns the store that does not answer commands, ConfigError when it is written with another secret. */
export async function openOwnStore(loaded: LoadedConfig, env: NodeJS.ProcessEnv): Promise<OwnStore> {
  const [
    { openStore, requireSecret, siteFiles },
    { openQueue, screeningDepth },
    { loadKeys },
    { localApi },
    { createLogger },
    { openAuditLog },
    { openAccounts },
    { openLab },
    { checkSetUp, signInsFor, urgentChannels, watchSettings },
  ] = await Promise.all([
    import('../../../store/index.ts'),
    import('../../../jobs/index.ts'),
    import('../../../config/index.ts'),
    import('../../api/local/index.ts'),
    import('../../../util/log.ts'),
    import('../../../actions/index.ts'),
    import('../../../actions/sign-in/index.ts'),
    import('../../../tuning/index.ts'),
    import('../../../services/index.ts'),
  ]);
  const log = createLogger('error');
  const keys = await loadKeys(loaded.config.dataPath, env);
  const store = await openStore(loaded.secrets.store, loaded.config.dataPath);
  await requireSecret(store.db, keys).catch(async (error) => {
    await store.close();
    throw error;
  });
  const settings = await watchSettings({ loaded, env, keys, db: store.db, log });
  const { config, secrets } = settings.view;
  const baseUrl = config.web.url ?? `http://${config.web.host}:${config.web.port}`;
  const audit = openAuditLog({ db: store.db, key: keys.audit, dataPath: config.dataPath, log });
  const api = localApi({
    db: store.db,
    store,
    audit,
    accounts: openAccounts({ store, audit, secret: keys.session, baseUrl }),
    company: config.company,
    acts: ACT_LABELS,
    sharedDomains: config.settings.freeMailDomains,
    baseUrl,
    backlog,
    read,
    lab: openLab({
      config,
      db: store.db,
      rules,
    }),
    checkSetUp: () => checkSetUp(settings, signInsFor({ settings, keys, db: store.db, log }), log),
    urgentChannels: () => urgentChannels(config),
    refill: async () => {}, // the sweep of whatever process screens finds them
    retention: config.retention,
    now: () => new Date(),
    log,
  });
  return {
    api,
    async [Symbol.asyncDispose]() {
      await settings[Symbol.asyncDispose]();
      await store.close();
    },
  };

  /** Without rules of the site that are broken: this is how they are mended. */
  async function rules() {
    const [{ readRuleFiles, rulesOver, usableRules }, { loadTokenizer }] = await Promise.all([
      import('../../../screening/index.ts'),
      import('../../../text/index.ts'),
    ]);
    const files = await readRuleFiles(config, await siteFiles(store.db));
    const { packed } = await usableRules(files, config.dataPath);
    return { ...rulesOver(packed), tokenize: await loadTokenizer() };
  }

  /** Few commands read mails: only those load what it takes. */
  async function read(item: CaseMail) {
    const { lateReading } = await import('../../../actions/index.ts');
    return lateReading(store.db)(item);
  }

  async function backlog(): Promise<number> {
    const backend = secrets.queue.kind === 'redis' ? secrets.queue : store.engine;
    const queue = await openQueue(backend, { log, attempts: config.settings.attempts });
    try {
      return await screeningDepth(queue);
    } finally {
      await queue.close();
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { SettingSeen, SiteSettings } from '../../actions/index.ts';
import {
  type Config,
  type Keys,
  type LoadedConfig,
  readSite,
  type Secrets,
  SITE_SECRETS,
  type SiteKey,
  type SiteSecretName,
  type SiteSecrets,
  siteKey,
  variable,
  withSite,
} from '../../config/index.ts';
import { type Db, type KeptSetting, settingsStamp, siteSettings } from '../../store/index.ts';
import type { Logger } from '../../util/log.ts';

export interface LiveSettingsDeps {
  readonly loaded: LoadedConfig; // file and environment
  readonly env: NodeJS.ProcessEnv;
  readonly keys: Pick<Keys, 'seal' | 'unseal'>;
  readonly db: Db;
  readonly log: Logger;
  readonly beginReal?: SiteSettings['beginReal'];
  readonly lookEveryMs?: number;
}

/** What is set up, in file and store; a change in the store is found within seconds, in every process. */
export interface LiveSettings extends SiteSettings, AsyncDisposable {
  /** Read anew at each use: its `sources`, `notify` and other sections are always those in force. */
  readonly view: Pick<LoadedConfig, 'config' | 'secrets'>;
  /** Calls `changed` after each change until it is disposed. */
  onChange(changed: () => void): Disposable;
}

const LOOK_EVERY_MS = 2_000;

/** @throws StoreError when the store cannot be read at the start; later a store that is away keeps what was in force. */
export async function watchSettings(deps: LiveSettingsDeps): Promise<LiveSettings> {
  const { loaded, env, keys, db, log, beginReal = null, lookEveryMs = LOOK_EVERY_MS } = deps;
  const listeners = new Set<() => void>();
  const stop = new AbortController();
  let seen = '';
  let current = loaded;
  let taking = Promise.resolve();

  const unseal: SiteSettings['unseal'] = (key, sealed) => {
    if (sealed === null) return {};
    const opened = keys.unseal(sealed, siteKey(key));
    return opened === null ? null : (JSON.parse(opened) as SiteSecrets);
  };

  async function takeOver(): Promise<void> {
    const stamp = await settingsStamp(db);
    if (stamp === seen) return;
    const rows = loaded.config.sample ? [] : await siteSettings(db); // mails of a company do not belong among invented ones
    const on = rows.filter(({ state, section }) => state === 'on' || (state === 'paused' && section === 'source'));
    for (const row of on.filter((one) => unseal(one, one.sealed) === null))
      log.error({ setting: siteKey(row) }, 'secrets were sealed with another secret key; enter them again');
    current = withSite(
      loaded,
      on.map((row) => ({ ...row, paused: row.state === 'paused', secrets: unseal(row, row.sealed) })),
      env,
    );
    const first = seen === '';
    seen = stamp;
    if (first) return;
    log.info('settings changed');
    for (const changed of listeners) changed();
  }

  /** One after another. */
  const refresh = (): Promise<void> => {
    const next = taking.then(takeOver);
    taking = next.catch(() => {});
    return next;
  };
  await refresh();
  const watching = (async () => {
    while (!stop.signal.aborted) {
      await pause(lookEveryMs, undefined, { signal: stop.signal }).catch(() => {});
      if (!stop.signal.aborted) await refresh().catch(() => {}); // a store that is away is told elsewhere
    }
  })();
  return {
    view: {
      config: viewOf(loaded.config, () => current.config),
      secrets: secretsView(loaded.secrets, () => current.secrets),
    },
    current: () => current,
    async list() {
      const rows = await siteSettings(db);
      const kept = new Map(rows.map((row) => [siteKey(row), row]));
      return [
        ...[...loaded.written].map(([key, { section, name, line, value }]): SettingSeen => {
          const row = kept.get(key);
          const own = { section, name, line, value, origin: 'file' as const, taken: row?.state === 'on' };
          return { ...own, state: 'on', secrets: [], locked: false, unreadable: false, version: 0, at: null, by: null };
        }),
        ...rows.filter((row) => !loaded.written.has(siteKey(row))).map((row) => seenOf(row, unseal)),
      ];
    },
    environment: (key) => givenBy(env, key),
    seal: (key, secrets) =>
      Object.keys(secrets).length === 0 ? null : keys.seal(JSON.stringify(secrets), siteKey(key)),
    unseal,
    refresh,
    beginReal,
    onChange(changed) {
      listeners.add(changed);
      return { [Symbol.dispose]: () => void listeners.delete(changed) };
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await watching;
      await taking;
    },
  };
}

function seenOf(row: KeptSetting, unseal: SiteSettings['unseal']): SettingSeen {
  const { section, name, value, state, version, at, by } = row;
  const secrets = unseal(row, row.sealed);
  return {
    ...{ section, name, value, state, version, at, by },
    ...{ origin: 'store', line: null, taken: false },
    secrets: Object.keys(secrets ?? {}) as SiteSecretName[],
    locked: secrets === null,
    unreadable: 'problems' in readSite(row, value),
  };
}

/** Names of the secrets of a setting that the environment holds. */
function givenBy(env: NodeJS.ProcessEnv, { section, name }: SiteKey): SiteSecretName[] {
  const variables: Partial<Record<SiteSecretName, string>> =
    section === 'source'
      ? {
          password: variable('PASSWORD', name),
          clientSecret: variable('CLIENT_SECRET', name),
          refreshToken: variable('REFRESH_TOKEN', name),
          serviceAccountKey: variable('SERVICE_ACCOUNT_KEY', name),
        }
      : section === 'channel'
        ? { address: variable('NOTIFY', name), signing: `${variable('NOTIFY', name)}_SECRET` }
        : { password: 'KOMAINU_SMTP_PASSWORD' };
  const known: readonly SiteSecretName[] = section in SITE_SECRETS ? SITE_SECRETS[section as 'smtp'] : [];
  return known.filter((secret) => env[variables[secret] ?? '']);
}

const viewOf = (loaded: Config, current: () => Config): Config => ({
  ...loaded,
  get company() {
    return current().company;
  },
  get sources() {
    return current().sources;
  },
  get paused() {
    return current().paused;
  },
  get notify() {
    return current().notify;
  },
  get review() {
    return current().review;
  },
  get spotChecks() {
    return current().spotChecks;
  },
  get consultation() {
    return current().consultation;
  },
  get retention() {
    return current().retention;
  },
});

const secretsView = (loaded: Secrets, current: () => Secrets): Secrets => ({
  ...loaded,
  get passwords() {
    return current().passwords;
  },
  get signIns() {
    return current().signIns;
  },
  get channels() {
    return current().channels;
  },
  get smtpPassword() {
    return current().smtpPassword;
  },
});

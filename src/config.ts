import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { DeskSignIn, type ProviderConfig, withProviderPaths } from './config-desk-sign-in.ts';
import { SignIn, type SignInSecrets, withSignInPaths } from './config-sign-in.ts';
import { formatProblem, readYaml } from './located-yaml.ts';
import { isNetwork } from './networks.ts';
import { type ChannelSecrets, NotifySettings } from './notify/index.ts';

/** Wrong configuration or usage: the command ends with exit code 2 and this message. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'config';
}

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use a-z, 0-9 and -, 40 characters at most');
const days = z.int().min(1).max(36500);
const folder = z.string().min(1).max(1000);
const period = z
  .string()
  .regex(/^\d{1,4}d$/, 'write a number of days, like 30d')
  .transform((text) => Number.parseInt(text, 10));

const MailboxSource = z.strictObject({
  name,
  kind: z.literal('imap'),
  host: z.string().min(1),
  port: z.int().min(1).max(65535).optional(),
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  ca: z.string().optional(), // PEM file of the operator's own authority
  user: z.string().min(1),
  passwordFile: z.string().optional(), // else KOMAINU_PASSWORD_<NAME>
  signIn: SignIn.optional(), // OAuth2; else with the password
  folder: folder.default('INBOX'),
  folders: z.array(folder).min(1).nullable().default(null), // names and patterns; instead of `folder`
  direction: z.enum(['in', 'sent']).default('in'),
  backfill: period.nullable().default(null),
  mark: z
    .strictObject({
      keyword: z
        .string()
        .regex(/^[A-Za-z$][A-Za-z0-9$_.-]{0,49}$/, 'write a keyword like $Harassment')
        .nullable()
        .default(null),
      moveTo: folder.nullable().default(null),
    })
    .nullable()
    .default(null), // what is done to flagged mails; null: the mailbox stays as it is
});

/** What a source marks must not come in again by what it watches; there is one way to sign in. */
const ImapSource = MailboxSource.superRefine(({ folder, folders, direction, mark, passwordFile, signIn }, context) => {
  const wrong = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (signIn !== undefined && passwordFile !== undefined) wrong(['signIn'], 'give passwordFile or signIn, not both');
  if (folders !== null && folder !== 'INBOX') wrong(['folders'], 'give folder or folders, not both');
  if (mark === null) return;
  if (direction === 'sent') wrong(['mark'], 'sent mails are not judged, so none is marked');
  if (mark.keyword === null && mark.moveTo === null) wrong(['mark'], 'give keyword or moveTo');
  if (mark.moveTo !== null && (folders ?? [folder]).includes(mark.moveTo))
    wrong(['mark', 'moveTo'], 'the folder that mails are moved to cannot be watched');
});

const DirectorySource = z.strictObject({
  name,
  kind: z.literal('directory'),
  path: z.string().min(1),
  format: z.enum(['auto', 'eml', 'maildir', 'mbox']).default('auto'),
  direction: z.enum(['in', 'sent']).default('in'),
});

/** The shape of `komainu.yaml`: one schema for names, defaults and ranges. */
const ConfigFile = z.strictObject({
  company: z
    .strictObject({
      name: z.string().default(''),
      addresses: z.array(z.string().min(1)).default([]), // exact address, or *.domain for a domain and all below it
      policy: z.string().nullable().default(null), // file shown on the policy page
      timeZone: z.string().refine(isTimeZone, 'unknown time zone; write one like Asia/Tokyo').default('Asia/Tokyo'),
    })
    .prefault({}),
  sources: z
    .array(z.discriminatedUnion('kind', [ImapSource, DirectorySource]))
    .default([])
    .refine(
      (list) => new Set(list.map((source) => source.name)).size === list.length,
      'two sources have the same name',
    ),
  store: z
    .strictObject({ path: z.string().default('data/komainu'), url: z.string().nullable().default(null) })
    .prefault({}),
  queue: z.strictObject({ url: z.string().nullable().default(null) }).prefault({}),
  web: z
    .strictObject({
      host: z.string().default('127.0.0.1'),
      port: z.int().min(0).max(65535).default(8787),
      metrics: z.enum(['local', 'any', 'off']).default('local'), // who may read /metrics
      url: z.url().nullable().default(null), // as people reach it, when a proxy stands before it
      trustedProxies: z
        .array(z.string().refine(isNetwork, 'write an address, or a network like 10.0.0.0/8'))
        .nullable()
        .default(null), // whose X-Forwarded-For is believed; null: loopback and private addresses, when url is given
      signIn: DeskSignIn, // providers beside the password
    })
    .prefault({}),
  settings: z
    .strictObject({
      pollSeconds: z.number().min(1).max(3600).default(60),
      spoolLimit: z.int().min(10).max(1_000_000).default(2000), // mails of one source that may wait for a verdict
      sourceAlarmMinutes: z.number().min(1).max(10_080).default(15),
      sweepSeconds: z.number().min(1).max(3600).default(30),
      screenConcurrency: z.int().min(1).max(64).default(2),
      attempts: z.int().min(1).max(10).default(3),
      dictionaries: z.string().nullable().default(null), // folder; null: the one that ships
      reader: z.boolean().default(true),
      freeMailDomains: z
        .array(z.string())
        .default([
          'gmail.com',
          'yahoo.co.jp',
          'outlook.jp',
          'outlook.com',
          'hotmail.com',
          'icloud.com',
          'docomo.ne.jp',
        ]),
      logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    })
    .prefault({}),
  notify: NotifySettings,
  review: z
    .strictObject({
      dailyCap: z.int().min(1).max(10_000).default(40), // cases a day after which a person is asked to rest
    })
    .prefault({}),
  retention: z
    .strictObject({
      verdictDays: days.default(180),
      greyDays: days.default(30),
      dismissedDays: days.default(90),
      approvedDays: days.default(1826),
    })
    .prefault({}),
});

type ConfigFileValues = z.output<typeof ConfigFile>;
export type ImapSourceConfig = z.output<typeof ImapSource> & { readonly port: number };
export type DirectorySourceConfig = z.output<typeof DirectorySource>;
export type SourceConfig = ImapSourceConfig | DirectorySourceConfig;

export type StoreConfig =
  | { readonly kind: 'pglite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };
export type QueueConfig = { readonly kind: 'store' } | { readonly kind: 'redis'; readonly url: string };

/** Everything the program is told from outside, without secrets: it may be printed. */
export interface Config {
  readonly sample: boolean; // no configuration file: sample mode
  readonly file: string | null;
  readonly company: ConfigFileValues['company'];
  readonly sources: readonly SourceConfig[];
  readonly dataPath: string; // lock, socket and secret key live here, whatever the store is
  readonly web: ConfigFileValues['web'];
  readonly settings: ConfigFileValues['settings'];
  readonly notify: NotifySettings;
  readonly review: ConfigFileValues['review'];
  readonly retention: ConfigFileValues['retention'];
}

/** Kept apart from `Config` so that a config can be printed: the addresses of servers may hold passwords too. */
export interface Secrets {
  readonly passwords: ReadonlyMap<string, string>; // by source name
  readonly smtpPassword: string | null;
  readonly channels: ReadonlyMap<string, ChannelSecrets>; // by channel name
  readonly signIns: ReadonlyMap<string, SignInSecrets>; // by source name: of those that have a `signIn`
  readonly providers: ReadonlyMap<string, string>; // client secrets by name of the provider
  readonly store: StoreConfig;
  readonly queue: QueueConfig;
}

export interface LoadedConfig {
  readonly config: Config;
  readonly secrets: Secrets;
}

/**
 * Reads the configuration once: the file named by `path` or `KOMAINU_CONFIG`, else `komainu.yaml` in `cwd` if there is
 * one, else sample mode. The environment wins over the file.
 *
 * @throws ConfigError naming file, line and path of what is wrong.
 */
export function loadConfig(path: string | null, env: NodeJS.ProcessEnv, cwd: string): LoadedConfig {
  const named = path ?? env.KOMAINU_CONFIG ?? null;
  const file = named === null ? resolve(cwd, 'komainu.yaml') : resolve(cwd, named);
  if (named === null && !existsSync(file)) return resolved(ConfigFile.parse({}), null, env, cwd);
  let yaml: string;
  try {
    yaml = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`${file}: cannot be read. Give an existing file with --config or KOMAINU_CONFIG.`, { cause });
  }
  return resolved(parseConfigFile(yaml, file), file, env, dirname(file));
}

function parseConfigFile(yaml: string, file: string): ConfigFileValues {
  const read = readYaml(file, yaml, ConfigFile);
  if (read.ok) return read.value;
  const hint = 'komainu.example.yaml shows every key that is known.';
  throw new ConfigError([...read.problems.map(formatProblem), hint].join('\n'));
}

function resolved(values: ConfigFileValues, file: string | null, env: NodeJS.ProcessEnv, base: string): LoadedConfig {
  const sample = file === null;
  const dataPath = resolve(base, sample ? 'data/sample' : values.store.path);
  const databaseUrl = env.DATABASE_URL || values.store.url;
  const redisUrl = env.REDIS_URL || values.queue.url;
  const sources = sample
    ? [DirectorySource.parse({ name: 'sample', kind: 'directory', path: resolve(dataPath, 'inbox') })]
    : values.sources.map((source) => withPaths(source, base));
  return {
    config: {
      sample,
      file,
      company: { ...values.company, policy: values.company.policy && resolve(base, values.company.policy) },
      sources,
      dataPath,
      web: {
        ...values.web,
        port: portOf(env) ?? values.web.port,
        signIn: values.web.signIn.map((provider) => withProviderPaths(provider, base)),
      },
      settings: {
        ...values.settings,
        dictionaries: values.settings.dictionaries && resolve(base, values.settings.dictionaries),
      },
      notify: { ...values.notify, smtp: values.notify.smtp && smtpWithPaths(values.notify.smtp, base) },
      review: values.review,
      retention: values.retention,
    },
    secrets: {
      passwords: new Map(sources.flatMap((source) => passwordOf(source, env))),
      ...notifySecrets(values.notify, env, base),
      signIns: new Map(sources.flatMap((source) => signInOf(source, env))),
      providers: new Map(
        values.web.signIn.flatMap((provider) => providerSecret(withProviderPaths(provider, base), env)),
      ),
      store:
        databaseUrl && !sample
          ? { kind: 'postgres', url: databaseUrl }
          : { kind: 'pglite', path: resolve(dataPath, 'store') },
      queue: redisUrl && !sample ? { kind: 'redis', url: redisUrl } : { kind: 'store' },
    },
  };
}

function withPaths(source: ConfigFileValues['sources'][number], base: string): SourceConfig {
  if (source.kind === 'directory') return { ...source, path: resolve(base, source.path) };
  return {
    ...source,
    port: source.port ?? (source.security === 'tls' ? 993 : 143),
    ca: source.ca === undefined ? undefined : resolve(base, source.ca),
    passwordFile: source.passwordFile === undefined ? undefined : resolve(base, source.passwordFile),
    signIn: source.signIn === undefined ? undefined : withSignInPaths(source.signIn, base),
  };
}

/** `check` and the source itself say that a secret is missing. */
function passwordOf(source: SourceConfig, env: NodeJS.ProcessEnv): [string, string][] {
  if (source.kind !== 'imap') return [];
  const password = secretOf(source.name, 'PASSWORD', source.passwordFile, env);
  return password === null ? [] : [[source.name, password]];
}

function signInOf(source: SourceConfig, env: NodeJS.ProcessEnv): [string, SignInSecrets][] {
  if (source.kind !== 'imap' || source.signIn === undefined) return [];
  const { name, signIn } = source;
  const secrets: SignInSecrets = {
    clientSecret: secretOf(name, 'CLIENT_SECRET', signIn.clientSecretFile, env),
    refreshToken: secretOf(name, 'REFRESH_TOKEN', signIn.refreshTokenFile, env),
    serviceAccountKey: secretOf(name, 'SERVICE_ACCOUNT_KEY', signIn.keyFile, env),
  };
  return [[name, secrets]];
}

/** The desk says when it starts that a secret is missing. */
function providerSecret({ name, clientSecretFile }: ProviderConfig, env: NodeJS.ProcessEnv): [string, string][] {
  const secret = secretFrom(env[variable('SIGN_IN', name)], clientSecretFile, `web.signIn.${name}.clientSecretFile`);
  return secret === null ? [] : [[name, secret]];
}

/** The secrets of a source, each with the key that may name a file for it. */
export const SECRET_FILES = {
  PASSWORD: 'passwordFile',
  CLIENT_SECRET: 'signIn.clientSecretFile',
  REFRESH_TOKEN: 'signIn.refreshTokenFile',
  SERVICE_ACCOUNT_KEY: 'signIn.keyFile',
} as const;
export type SecretName = keyof typeof SECRET_FILES;

const secretOf = (source: string, what: SecretName, file: string | undefined, env: NodeJS.ProcessEnv): string | null =>
  secretFrom(env[variable(what, source)], file ?? null, `sources.${source}.${SECRET_FILES[what]}`);

const smtpWithPaths = (smtp: NonNullable<NotifySettings['smtp']>, base: string) => ({
  ...smtp,
  ca: smtp.ca && resolve(base, smtp.ca),
});

function notifySecrets({ channels, smtp }: NotifySettings, env: NodeJS.ProcessEnv, base: string) {
  const at = (file: string | null) => file && resolve(base, file);
  const secretsOf = (channel: NotifySettings['channels'][number]): ChannelSecrets => {
    if (channel.kind === 'mail') return { address: null, signing: null };
    const [key, name] = [`notify.channels.${channel.name}`, variable('NOTIFY', channel.name)];
    const file = channel.kind === 'chatwork' ? channel.tokenFile : channel.urlFile;
    return {
      address: secretFrom(env[name], at(file), key),
      signing: channel.kind === 'webhook' ? secretFrom(env[`${name}_SECRET`], at(channel.secretFile), key) : null,
    };
  };
  return {
    smtpPassword: secretFrom(env.KOMAINU_SMTP_PASSWORD, at(smtp?.passwordFile ?? null), 'notify.smtp.passwordFile'),
    channels: new Map(channels.map((channel) => [channel.name, secretsOf(channel)])),
  };
}

/** The variable of the environment that holds a secret of a source or channel. */
export const variable = (kind: string, name: string): string =>
  `KOMAINU_${kind}_${name.toUpperCase().replaceAll('-', '_')}`;

/** The environment wins; else the file's content without its last line break. @throws ConfigError when it cannot be read. */
function secretFrom(value: string | undefined, file: string | null, key: string): string | null {
  if (value) return value;
  if (file === null) return null;
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new ConfigError(`${key}: ${file} cannot be read.`, { cause });
  }
}

function portOf(env: NodeJS.ProcessEnv): number | null {
  if (!env.PORT) return null;
  const port = Number(env.PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigError(`PORT: ${env.PORT} is no port number.`);
  return port;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

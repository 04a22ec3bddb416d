import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from './error.ts';
import type { ConfigFileValues, SourceConfig } from './file.ts';
import type { ChannelSecrets, NotifySettings } from './notify.ts';
import type { SignInSecrets } from './sign-in.ts';
import { type ProviderConfig, withProviderPaths } from './web-sign-in.ts';

export type StoreConfig =
  | { readonly kind: 'pglite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };
export type QueueConfig = { readonly kind: 'store' } | { readonly kind: 'redis'; readonly url: string };

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

/** What the environment and the files named in the configuration hold; the environment wins. @throws ConfigError */
export function readSecrets(
  values: ConfigFileValues,
  sources: readonly SourceConfig[],
  env: NodeJS.ProcessEnv,
  base: string,
): Omit<Secrets, 'store' | 'queue'> {
  return {
    passwords: new Map(sources.flatMap((source) => passwordOf(source, env))),
    ...notifySecrets(values.notify, env, base),
    signIns: new Map(sources.flatMap((source) => signInOf(source, env))),
    providers: new Map(values.web.signIn.flatMap((provider) => providerSecret(withProviderPaths(provider, base), env))),
  };
}

/** `check` and the source itself say that a secret is missing. */
function passwordOf(source: SourceConfig, env: NodeJS.ProcessEnv): [string, string][] {
  if (source.kind === 'directory') return [];
  const password = secretOf(source.name, 'PASSWORD', source.passwordFile, env);
  return password === null ? [] : [[source.name, password]];
}

function signInOf(source: SourceConfig, env: NodeJS.ProcessEnv): [string, SignInSecrets][] {
  if (source.kind === 'directory' || source.signIn === undefined) return [];
  const { name, signIn } = source;
  const secrets: SignInSecrets = {
    clientSecret: secretOf(name, 'CLIENT_SECRET', signIn.clientSecretFile, env),
    refreshToken: secretOf(name, 'REFRESH_TOKEN', signIn.refreshTokenFile, env),
    serviceAccountKey: secretOf(name, 'SERVICE_ACCOUNT_KEY', signIn.keyFile, env),
  };
  return [[name, secrets]];
}

/** The review app says when it starts that a secret is missing. */
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

/**
 * The variable of the environment that holds a secret of a source or channel.
 *
 * @example
 * variable('PASSWORD', 'support-tokyo') // → 'KOMAINU_PASSWORD_SUPPORT_TOKYO'
 */
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

/** What encrypts a backup, or opens it. On a command line it would stand in the list of processes. */
export const backupPassphrase = (env: NodeJS.ProcessEnv): string | null => env.KOMAINU_BACKUP_PASSPHRASE || null;

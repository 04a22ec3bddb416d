import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { formatProblem, readYaml } from '../util/located-yaml.ts';
import { ConfigError } from './error.ts';
import { ConfigFile, type ConfigFileValues, DirectorySource, type SourceConfig } from './file.ts';
import type { NotifySettings } from './notify.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { withSignInPaths } from './sign-in.ts';
import { withProviderPaths } from './web-sign-in.ts';
import { type WrittenSetting, writtenSettings } from './written.ts';

/** Where the end of the audit log is noted. */
export type AnchorPlace = { readonly kind: 'journal' } | { readonly kind: 'file'; readonly path: string };

/** Everything the program is told from outside, without secrets: it may be printed. */
export interface Config {
  readonly sample: boolean; // neither a configuration file nor a data folder that was begun for real
  readonly file: string | null; // null: what is set up lies in the store, or this is the sample
  readonly company: ConfigFileValues['company'];
  readonly sources: readonly SourceConfig[];
  readonly paused: readonly SourceConfig[]; // set up in the browser, and not read now
  readonly dataPath: string; // lock, socket and secret key live here, whatever the store is
  readonly web: ConfigFileValues['web'];
  readonly settings: ConfigFileValues['settings'];
  readonly notify: NotifySettings;
  readonly anchors: readonly AnchorPlace[];
  readonly review: ConfigFileValues['review'];
  readonly spotChecks: ConfigFileValues['spotChecks'];
  readonly consultation: ConfigFileValues['consultation'];
  readonly retention: ConfigFileValues['retention'];
}

export interface LoadedConfig {
  readonly config: Config;
  readonly secrets: Secrets;
  /** What stands in the file and thereby wins over the store, by `siteKey`. */
  readonly written: ReadonlyMap<string, WrittenSetting>;
}

/** Where an installation without a file keeps its data. */
const DATA_PATH = 'data/komainu';

/**
 * Reads the configuration once: the file named by `path` or `KOMAINU_CONFIG`, else `komainu.yaml` in `cwd` if there is
 * one. Without a file: what the store says, if data were begun for real here, else sample mode. The environment wins over the file.
 *
 * @param inParts a part by itself is started, which the sample never is: with `DATABASE_URL` it needs no file
 *
 * @throws ConfigError naming file, line and path of what is wrong.
 */
export function loadConfig(path: string | null, env: NodeJS.ProcessEnv, cwd: string, inParts = false): LoadedConfig {
  const named = path ?? env.KOMAINU_CONFIG ?? null;
  const file = named === null ? resolve(cwd, 'komainu.yaml') : resolve(cwd, named);
  if (named === null && !existsSync(file)) {
    const begun = existsSync(resolve(cwd, DATA_PATH)) || (inParts && Boolean(env.DATABASE_URL));
    return begun ? loadWithoutFile(env, cwd) : resolved(EMPTY, null, true, env, cwd);
  }
  let yaml: string;
  try {
    yaml = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`${file}: cannot be read. Give an existing file with --config or KOMAINU_CONFIG.`, { cause });
  }
  return resolved(parseConfigFile(yaml, file), file, false, env, dirname(file));
}

/** An installation whose settings lie in its store. */
export const loadWithoutFile = (env: NodeJS.ProcessEnv, cwd: string): LoadedConfig =>
  resolved(EMPTY, null, false, env, cwd);

/** Every key within a section of the file, as `web.url`. */
export const KEYS: ReadonlySet<string> = new Set(
  Object.entries(ConfigFile.parse({})).flatMap(([section, keys]) =>
    Object.keys(keys ?? {}).map((key) => `${section}.${key}`),
  ),
);

interface ReadFile {
  readonly value: ConfigFileValues;
  readonly written: ReadonlyMap<string, WrittenSetting>;
}

const EMPTY: ReadFile = { value: ConfigFile.parse({}), written: new Map() };

function parseConfigFile(yaml: string, file: string): ReadFile {
  const read = readYaml(file, yaml, ConfigFile);
  if (read.ok) return { value: read.value, written: writtenSettings(read.written, read.locate) };
  const hint = 'komainu.example.yaml shows every key that is known.';
  throw new ConfigError([...read.problems.map(formatProblem), hint].join('\n'));
}

function resolved(
  { value: values, written }: ReadFile,
  file: string | null,
  sample: boolean,
  env: NodeJS.ProcessEnv,
  base: string,
): LoadedConfig {
  const dataPath = resolve(base, sample ? 'data/sample' : values.store.path);
  const databaseUrl = env.DATABASE_URL || values.store.url;
  const redisUrl = env.REDIS_URL || values.queue.url;
  const sources = sample
    ? [DirectorySource.parse({ name: 'sample', kind: 'directory', path: resolve(dataPath, 'inbox') })]
    : values.sources.map((source) => withPaths(source, base));
  return {
    written,
    config: {
      sample,
      file,
      company: { ...values.company, policy: values.company.policy && resolve(base, values.company.policy) },
      sources,
      paused: [],
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
      anchors: values.audit.anchor.map((place) =>
        place === 'journal' ? { kind: place } : { kind: 'file', path: resolve(base, place) },
      ),
      review: values.review,
      spotChecks: values.spotChecks,
      consultation: values.consultation,
      retention: values.retention,
    },
    secrets: {
      ...readSecrets(values, sources, env, base),
      store:
        databaseUrl && !sample
          ? { kind: 'postgres', url: databaseUrl }
          : { kind: 'pglite', path: resolve(dataPath, 'store') },
      queue: redisUrl && !sample ? { kind: 'redis', url: redisUrl } : { kind: 'store' },
    },
  };
}

/** The usual port of how it is secured, where none is given. */
export const withPort = (source: ConfigFileValues['sources'][number]): SourceConfig =>
  source.kind === 'directory' ? source : { ...source, port: source.port ?? (source.security === 'tls' ? 993 : 143) };

function withPaths(written: ConfigFileValues['sources'][number], base: string): SourceConfig {
  const source = withPort(written);
  if (source.kind === 'directory') return { ...source, path: resolve(base, source.path) };
  return {
    ...source,
    ca: source.ca === undefined ? undefined : resolve(base, source.ca),
    passwordFile: source.passwordFile === undefined ? undefined : resolve(base, source.passwordFile),
    signIn: source.signIn === undefined ? undefined : withSignInPaths(source.signIn, base),
  };
}

const smtpWithPaths = (smtp: NonNullable<NotifySettings['smtp']>, base: string) => ({
  ...smtp,
  ca: smtp.ca && resolve(base, smtp.ca),
});

function portOf(env: NodeJS.ProcessEnv): number | null {
  if (!env.PORT) return null;
  const port = Number(env.PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigError(`PORT: ${env.PORT} is no port number.`);
  return port;
}

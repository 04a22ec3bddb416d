import type { SourceConfig } from './file.ts';
import { type LoadedConfig, withPort } from './load.ts';
import type { ChannelSecrets, ChannelSettings, SmtpSettings } from './notify.ts';
import { variable } from './secrets.ts';
import type { SignInSecrets } from './sign-in.ts';
import { readSite, type SiteSecrets, type SiteSection, type SiteSetting, siteKey } from './site.ts';

/**
 * File, environment and store together: what stands in the file wins, by name for sources and channels, else by section; of secrets the
 * environment does. A setting that this version cannot read is as if it were not there.
 *
 * @param settings those of the store that are on, and sources that are paused
 */
export function withSite(loaded: LoadedConfig, settings: readonly SiteSetting[], env: NodeJS.ProcessEnv): LoadedConfig {
  const { config, secrets, written } = loaded;
  const taken = settings.flatMap((setting) => {
    const read = written.has(siteKey(setting)) ? { problems: [] } : readSite(setting, setting.value);
    return 'value' in read ? [{ ...setting, secrets: setting.secrets ?? {}, value: read.value }] : [];
  });
  const of = <T>(section: SiteSection) => taken.filter((one) => one.section === section) as Taken<T>[];
  const one = <T>(section: SiteSection, otherwise: T): T => of<T>(section)[0]?.value ?? otherwise;
  const sources = of<SourceConfig>('source').map((source) => ({ ...source, value: withPort(source.value) }));
  const read = sources.filter(({ paused }) => !paused);
  const channels = of<ChannelSettings>('channel');
  const smtp = of<SmtpSettings>('smtp')[0];
  const mailServer = smtp?.value ?? config.notify.smtp;
  return {
    written,
    config: {
      ...config,
      sources: [...config.sources, ...read.map(({ value }) => value)],
      paused: sources.filter(({ paused }) => paused).map(({ value }) => value),
      company: one('company', config.company),
      review: one('review', config.review),
      spotChecks: one('spotChecks', config.spotChecks),
      consultation: one('consultation', config.consultation),
      retention: one('retention', config.retention),
      notify: {
        smtp: mailServer,
        digestAt: one('digest', config.notify.digestAt),
        // Without a server there is no mail to send: the channel stays in the store until there is one.
        channels: [...config.notify.channels, ...channels.map(({ value }) => value)].filter(
          ({ kind }) => kind !== 'mail' || mailServer !== null,
        ),
      },
    },
    secrets: {
      ...secrets,
      passwords: new Map([...secrets.passwords, ...sources.flatMap((source) => passwordOf(source, env))]),
      signIns: new Map([...secrets.signIns, ...sources.flatMap((source) => signInOf(source, env))]),
      channels: new Map([...secrets.channels, ...channels.map((channel) => channelOf(channel, env))]),
      smtpPassword: secrets.smtpPassword ?? smtp?.secrets.password ?? null,
    },
  };
}

interface Taken<T> {
  readonly paused?: boolean;
  readonly name: string;
  readonly value: T;
  readonly secrets: SiteSecrets;
}

function passwordOf({ name, value, secrets }: Taken<SourceConfig>, env: NodeJS.ProcessEnv): [string, string][] {
  const password = env[variable('PASSWORD', name)] || secrets.password;
  return value.kind === 'directory' || password === undefined ? [] : [[name, password]];
}

function signInOf({ name, value, secrets }: Taken<SourceConfig>, env: NodeJS.ProcessEnv): [string, SignInSecrets][] {
  if (value.kind === 'directory' || value.signIn === undefined) return [];
  const signIn = {
    clientSecret: env[variable('CLIENT_SECRET', name)] || secrets.clientSecret || null,
    refreshToken: env[variable('REFRESH_TOKEN', name)] || secrets.refreshToken || null,
    serviceAccountKey: env[variable('SERVICE_ACCOUNT_KEY', name)] || secrets.serviceAccountKey || null,
  };
  return [[name, signIn]];
}

function channelOf({ name, secrets }: Taken<ChannelSettings>, env: NodeJS.ProcessEnv): [string, ChannelSecrets] {
  const named = variable('NOTIFY', name);
  const address = env[named] || secrets.address || null;
  return [name, { address, signing: env[`${named}_SECRET`] || secrets.signing || null }];
}

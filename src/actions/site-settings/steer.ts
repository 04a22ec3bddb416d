import { isNamed, type LoadedConfig, type SiteKey, type SiteSecrets, siteKey } from '../../config/index.ts';
import { lockSettings, type SettingState, setSettingState, writeSetting } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import { course, type Doer } from '../kernel/act.ts';
import { Refusal } from '../refusal.ts';
import { asksKey, requireOpen, type SettingDeps, targetOf } from './save.ts';
import { asPlain } from './value.ts';

/** Nothing is read or told there until it is resumed; what came meanwhile is read then. @throws Refusal `set-in-file`, `not-there` */
export const pauseSetting = course({
  path: '/setup/settings/pause',
  right: 'settings.manage',
  ask: asksKey,
  run: (deps: SettingDeps, key, doer) => turn(deps, key, doer, { state: 'paused', action: 'settings.pause' }),
});

export const resumeSetting = course({
  path: '/setup/settings/resume',
  right: 'settings.manage',
  ask: asksKey,
  run: (deps: SettingDeps, key, doer) => turn(deps, key, doer, { state: 'on', action: 'settings.resume' }),
});

/** Its secrets are deleted. Mails and cases of a source stay, and its name stands for the same mailbox if it comes back. */
export const takeOutSetting = course({
  path: '/setup/settings/take-out',
  right: 'settings.manage',
  ask: asksKey,
  run: (deps: SettingDeps, key, doer) => turn(deps, key, doer, { state: 'out', action: 'settings.take-out' }),
});

async function turn(
  { audit, settings }: SettingDeps,
  key: SiteKey,
  { by, person, at, actor }: Doer,
  { state, action }: { state: SettingState; action: 'settings.pause' | 'settings.resume' | 'settings.take-out' },
): Promise<void> {
  requireOpen(settings, key);
  await audit.during(
    async (tx) => {
      await lockSettings(tx);
      if (!(await setSettingState(tx, key, { state, at, by, person }))) throw new Refusal({ code: 'not-there' });
    },
    () => ({ ...auditActorOf(actor, at), action, target: targetOf(key), details: {} }),
  );
  await settings.refresh();
}

/**
 * Copies what komainu.yaml says of a setting into the store, its secrets from file or environment with it. The file goes on to win; once the
 * lines are gone, the store's is in force.
 *
 * @throws Refusal `not-there` where the file says nothing of it
 */
export const takeOverSetting = course({
  path: '/setup/settings/take-over',
  right: 'settings.manage',
  ask: asksKey,
  async run({ audit, settings }: SettingDeps, key, { by, person, at, actor }) {
    const loaded = settings.current();
    const written = loaded.written.get(siteKey(key));
    if (written === undefined) throw new Refusal({ code: 'not-there' });
    const secrets = secretsOf(loaded, key);
    await audit.during(
      async (tx) => {
        await lockSettings(tx);
        const value = withoutFiles(key, written.value, inForce(loaded, key));
        await writeSetting(tx, { ...key, value, sealed: settings.seal(key, secrets), state: 'on', at, by, person });
      },
      () => ({
        ...auditActorOf(actor, at),
        action: 'settings.take-over',
        target: targetOf(key),
        details: { secrets: Object.keys(secrets) },
      }),
    );
    await settings.refresh();
  },
});

/** As the configuration has it, paths made whole. */
function inForce({ config }: LoadedConfig, { section, name }: SiteKey): unknown {
  switch (section) {
    case 'source':
      return config.sources.find((one) => one.name === name);
    case 'channel':
      return config.notify.channels.find((one) => one.name === name);
    case 'smtp':
      return config.notify.smtp;
    case 'digest':
      return config.notify.digestAt;
    default:
      return config[section];
  }
}

/** Files of secrets are read now and needed no more; others keep their place, wherever the service is started. */
function withoutFiles({ section }: SiteKey, value: unknown, whole: unknown): unknown {
  if (Array.isArray(value)) return value;
  const { name, passwordFile, urlFile, tokenFile, secretFile, signIn, ...rest } = asPlain(value);
  const paths = ['ca', 'path', 'policy'].filter((key) => typeof rest[key] === 'string');
  const { clientSecretFile, refreshTokenFile, keyFile, ...how } = asPlain(signIn);
  return {
    ...rest,
    ...(name === undefined || isNamed(section) ? {} : { name }), // the company's own
    ...Object.fromEntries(paths.map((key) => [key, asPlain(whole)[key]])),
    ...(signIn === undefined ? {} : { signIn: how }),
  };
}

function secretsOf({ secrets }: LoadedConfig, { section, name }: SiteKey): SiteSecrets {
  const given: Record<string, string | null | undefined> =
    section === 'source'
      ? { password: secrets.passwords.get(name), ...secrets.signIns.get(name) }
      : section === 'channel'
        ? { ...secrets.channels.get(name) }
        : section === 'smtp'
          ? { password: secrets.smtpPassword }
          : {};
  return Object.fromEntries(Object.entries(given).filter(([, secret]) => secret)) as SiteSecrets;
}

import { z } from 'zod';
import { isNamed, SITE_SECRETS, SITE_SECTIONS, type SiteKey, type SiteSecrets, siteKey } from '../../config/index.ts';
import type { Db } from '../../store/index.ts';
import { hasCursor, type KeptSetting, lockSettings, settingOf, writeSetting } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { course } from '../kernel/act.ts';
import { choice, type FieldProblems, parts } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import type { SiteSettings } from './settings.ts';
import { asPlain, goesElsewhere, missingSecrets, otherMailbox, wrongIn } from './value.ts';

export type SettingDeps = Pick<ActionDeps, 'audit' | 'settings'>;

/** Which setting; `name` is '' where there is one of a section. */
export const asksKey = {
  section: choice(SITE_SECTIONS),
  name: parts(z.string().regex(/^([a-z0-9][a-z0-9-]{0,39})?$/)),
};

/**
 * Puts a setting in force, new or in place of what stood there: the whole value, checked by the schema of `komainu.yaml`. Secrets that are left
 * out stay as they are as long as they are sent to the same place; '' takes one away.
 *
 * @throws Refusal `wrong-fields` with the keys of the value by their path, `taken` where the name stands for another mailbox; `set-in-file`;
 * `settings-changed` since `version` was looked at; `not-allowed` in the sample
 */
export const saveSetting = course({
  path: '/setup/settings',
  right: 'settings.manage',
  ask: {
    ...asksKey,
    value: parts(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())])),
    secrets: parts(z.partialRecord(z.enum(Object.values(SITE_SECRETS).flat()), z.string().max(20_000)).default({})),
    version: parts(z.int().min(0).default(0)), // of what was looked at; 0: none was there
    begin: parts(z.boolean().default(true)), // false: it is kept, and nothing is read or told there before it is resumed
  },
  async run({ audit, settings }: SettingDeps, { value, secrets, version, begin, ...key }, { by, person, actor, at }) {
    requireOpen(settings, key);
    if (isNamed(key.section) === (key.name === '')) throw wrongFields({ name: key.name === '' ? 'missing' : 'wrong' });
    await audit.during(
      async (tx) => {
        await lockSettings(tx);
        const before = await settingOf(tx, key);
        if ((before === null || before.state === 'out' ? 0 : before.version) !== version)
          throw new Refusal({ code: 'settings-changed' });
        const problems = {
          ...wrongIn(key, value, before?.value, settings.current()),
          ...(await takenBy(tx, key, value, before)),
        };
        refuseWrong(problems);
        const all = secretsNow(settings, key, { value, secrets }, before);
        refuseWrong(missingSecrets(key, value, all, settings.environment(key)));
        const state = begin ? 'on' : 'paused';
        await writeSetting(tx, { ...key, value, sealed: settings.seal(key, all), at, by, person, state });
        return changedIn(value, before?.value);
      },
      (changed) => ({
        ...auditActorOf(actor, at),
        action: 'settings.save',
        target: targetOf(key),
        details: { changed, secrets: Object.keys(secrets) },
      }),
    );
    await settings.refresh();
  },
});

/** @throws Refusal `not-allowed` in the sample, `set-in-file` */
export function requireOpen(settings: SiteSettings, key: SiteKey): void {
  const { config, written } = settings.current();
  if (config.sample) throw new Refusal({ code: 'not-allowed' });
  if (written.has(siteKey(key))) throw new Refusal({ code: 'set-in-file' });
}

export const targetOf = (key: SiteKey): string => `setting/${siteKey(key)}`.replace(/\/$/, '');

function refuseWrong(fields: FieldProblems): void {
  if (Object.keys(fields).length > 0) throw wrongFields(fields);
}

/** Until something was read under the name, it may stand for any mailbox. */
async function takenBy(tx: Db, key: SiteKey, value: unknown, before: KeptSetting | null): Promise<FieldProblems> {
  if (key.section !== 'source' || !(await hasCursor(tx, key.name))) return {};
  return before === null ? { name: 'taken' } : otherMailbox(value, before.value);
}

function secretsNow(
  settings: SiteSettings,
  key: SiteKey,
  given: { readonly value: unknown; readonly secrets: SiteSecrets },
  before: KeptSetting | null,
): SiteSecrets {
  const kept =
    before === null || goesElsewhere(given.value, before.value) ? {} : (settings.unseal(key, before.sealed) ?? {});
  const all = Object.entries({ ...kept, ...given.secrets }).filter(([, secret]) => secret !== '');
  return Object.fromEntries(all);
}

/** Names of the keys that are others; what they say may be an address. */
const changedIn = (value: unknown, before: unknown): string[] => {
  const [now, then] = [asPlain(value), asPlain(before)];
  const keys = new Set([...Object.keys(now), ...Object.keys(then)]);
  return [...keys].filter((key) => JSON.stringify(now[key]) !== JSON.stringify(then[key])).sort();
};

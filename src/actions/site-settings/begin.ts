import { course } from '../kernel/act.ts';
import { Refusal } from '../refusal.ts';
import type { SettingDeps } from './save.ts';

/**
 * Ends the sample and begins the real installation in its place, in the same process and at the same address.
 *
 * @returns the path of the link to its first account, which works once and is told to nobody else
 * @throws Refusal `not-there` where it is begun
 */
export const beginInstallation = course({
  path: '/setup/begin',
  right: 'settings.manage',
  ask: {},
  async run({ settings }: Pick<SettingDeps, 'settings'>): Promise<string> {
    if (settings.beginReal === null) throw new Refusal({ code: 'not-there' });
    return settings.beginReal();
  },
});

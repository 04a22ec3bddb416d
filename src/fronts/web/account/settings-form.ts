import type { Preferences } from '../../../store/index.ts';
import { first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

export type ReadSettings =
  | { readonly kind: 'right'; readonly chosen: Preferences }
  | { readonly kind: 'wrong'; readonly values: Values; readonly errors: Readonly<Record<string, string>> };

/** Reads the settings. `most` is the company's number of cases a day: a person may only choose fewer. */
export function readSettings(values: Values, most: number, { settings: say }: Messages): ReadSettings {
  const cap = first(values, 'dailyCap').normalize('NFKC').trim();
  if (cap !== '' && !(/^\d{1,5}$/.test(cap) && Number(cap) >= 1 && Number(cap) <= most))
    return { kind: 'wrong', values, errors: { dailyCap: say.capWrong(most) } };
  const chosen = {
    maskAll: first(values, 'mask') === 'all',
    keys: first(values, 'keys') !== 'off',
    dailyCap: cap === '' ? null : Number(cap),
  };
  return { kind: 'right', chosen };
}

/** What the form shows before anything was changed. */
export const settingsValues = ({ maskAll, keys, dailyCap }: Preferences): Values => ({
  mask: [maskAll ? 'all' : 'painful'],
  keys: [keys ? 'on' : 'off'],
  dailyCap: dailyCap === null ? [] : [String(dailyCap)],
});

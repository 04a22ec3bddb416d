/** Keys of earlier versions, which are still read, each with its name of today. */
export const RENAMED = [{ section: 'settings', old: 'reader', now: 'classifier' }] as const;

export interface RenamedKey {
  readonly old: string; // settings.reader
  readonly now: string;
}

/**
 * Gives the keys of a configuration file their names of today, in a copy.
 *
 * @returns the file as it is checked from here on, and which old names were found: whoever starts tells them once. A key
 *   that stands there under both names is left alone, so that the schema refuses the old one by its place.
 *
 * @example
 * withTodaysNames({ settings: { reader: false } }).value // → { settings: { classifier: false } }
 */
export function withTodaysNames(written: unknown): {
  readonly value: unknown;
  readonly renamed: readonly RenamedKey[];
} {
  const renamed: RenamedKey[] = [];
  let value: unknown = written;
  for (const { section, old, now } of RENAMED) {
    if (!isRecord(value)) break;
    const keys = value[section];
    if (!isRecord(keys) || !(old in keys) || now in keys) continue;
    const { [old]: kept, ...others } = keys;
    value = { ...value, [section]: { ...others, [now]: kept } };
    renamed.push({ old: `${section}.${old}`, now: `${section}.${now}` });
  }
  return { value, renamed };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

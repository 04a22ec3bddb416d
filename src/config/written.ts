import type { Locate } from '../util/located-yaml.ts';
import { SITE_SECTIONS, type SiteKey, siteKey } from './site.ts';

/** What a person wrote in `komainu.yaml` of something that may also be set up in the browser. */
export interface WrittenSetting extends SiteKey {
  readonly line: number; // from 1
  readonly value: unknown; // as written, without defaults
}

type Plain = Readonly<Record<string, unknown>>;
type Place = readonly [key: SiteKey, path: readonly (string | number)[]];

/** By `siteKey`. @param plain the whole file, which its schema has accepted */
export function writtenSettings(plain: unknown, locate: Locate): ReadonlyMap<string, WrittenSetting> {
  const file = (plain ?? {}) as Plain;
  const notify = (file.notify ?? {}) as Plain;
  const places: Place[] = [
    ...named('source', file.sources, ['sources']),
    ...named('channel', notify.channels, ['notify', 'channels']),
    [{ section: 'smtp', name: '' }, ['notify', 'smtp']],
    [{ section: 'digest', name: '' }, ['notify', 'digestAt']],
    ...SITE_SECTIONS.map((section): Place => [{ section, name: '' }, [section]]),
  ];
  return new Map(
    places.flatMap(([key, path]) => {
      const value = at(file, path);
      if (value === undefined || value === null) return [];
      return [[siteKey(key), { ...key, line: locate(path).line, value }]];
    }),
  );
}

const named = (section: 'source' | 'channel', list: unknown, path: readonly string[]): Place[] =>
  ((list ?? []) as { readonly name: string }[]).map(({ name }, i) => [{ section, name }, [...path, i]]);

const at = (file: Plain, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Plain | undefined | null)?.[key], file);

import { availableParallelism, totalmem } from 'node:os';
import { KEYS } from '../../../config/index.ts';
import { ownVersion } from '../../../util/paths.ts';
import type { CheckRow } from './check-row.ts';

/** What is known of the installation beside its rows. */
export interface Installation {
  readonly config: unknown; // as it was read: what people have named in it is left out of the text; null: the sample, whose names are nobody's
  readonly store: { readonly kind: string; readonly version: string } | null; // null: it could not be asked
  readonly language: 'ja' | 'en';
}

/** Values that name nothing: `tls`, `pglite`, `7d`. What somebody has named has a dot, a slash, an @ or another script, or stands under one of these. */
const NAMED = /[./@\\:]|[^\x20-\x7e]/;
const NAMING = new Set(['name', 'host', 'user', 'from', 'clientId', 'tenant', 'authority']);
const LEAST_NAME = 3; // characters; a shorter one stands in every sentence

/** Whatever may tell who runs it: addresses, URLs, hosts, IP addresses, paths. */
const TELLING: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s、。）)"']+/gi, '‹URL›'],
  [/[^\s<>"'（(]+@[^\s<>"'）)、。]*\w/g, '‹address›'],
  [/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/g, '‹IP›'],
  [/\[?(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}\]?/gi, '‹IP›'],
  [/(?<![\w‹])(?:~|[a-z]:)?[/\\][^\s、。）)"'：:]*[^\s、。）)"'：:.,;]/gi, '‹path›'],
  [/(?<![\w.-])(?:[\w-]+\.)+(?!yaml\b|yml\b|md\b|key\b)[a-z]{2,}(?![\w-])/gi, '‹host›'],
];

/**
 * What somebody who helps has to know, to be pasted into a question: versions, the machine, and every part that was tried, without a name, an
 * address, a path or a secret of this installation. Parts of one kind are numbered.
 */
export function supportText(rows: readonly CheckRow[], { config, store, language }: Installation): string {
  const named = rows.flatMap(({ name }) => (name === null ? [] : [{ name, key: 'name' }]));
  const hide = hiding(config === null ? [] : [...namesIn(config), ...named]);
  const counts = new Map<string, number>();
  const numbered = ({ part, name }: CheckRow): string => {
    if (name === null) return part;
    counts.set(part, (counts.get(part) ?? 0) + 1);
    return `${part} ${counts.get(part)}`;
  };
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `Komainu ${ownVersion()}, Node.js ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} CPU, ${memory} GiB, ${language}`,
    `store: ${store === null ? '?' : `${store.kind} ${store.version}`}`,
    ...rows.map((row) => `${row.ok ? 'OK' : 'NG'}  ${numbered(row)}: ${hide(row.sentence)}`),
    '',
  ].join('\n');
}

interface Name {
  readonly name: string;
  readonly key: string;
}

function hiding(found: readonly Name[]): (sentence: string) => string {
  const names = found.filter(({ name }) => name.length >= LEAST_NAME).sort((a, b) => b.name.length - a.name.length);
  return (sentence) => {
    const named = names.reduce((text, { name, key }) => text.replace(asWord(name), `‹${key}›`), sentence);
    return TELLING.reduce(
      (text, [pattern, to]) => text.replace(pattern, (told) => (KEYS.has(told) ? told : to)),
      named,
    );
  };
}

/** A name by itself, and not the letters within a word of ours. */
function asWord(name: string): RegExp {
  const before = /^[a-z0-9]/i.test(name) ? '(?<![a-z0-9])' : '';
  const behind = /[a-z0-9]$/i.test(name) ? '(?![a-z0-9])' : '';
  return new RegExp(`${before}${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${behind}`, 'gi');
}

/** Every text of the configuration that names something, with the key it stands under. */
function namesIn(value: unknown, key = ''): Name[] {
  if (typeof value === 'string') return NAMING.has(key) || NAMED.test(value) ? [{ name: value, key }] : [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([under, one]) => namesIn(one, under));
  return [];
}

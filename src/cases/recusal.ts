import { fold } from '../text/index.ts';
import { plainly, type Searched, searched } from './reading.ts';
import type { CaseSummary } from './types.ts';

/** Someone as a mail may speak of them. */
export interface Named {
  readonly name: string;
  readonly email: string | null; // null: nobody knows it
}

/**
 * Whether a text speaks of a person: their address, their whole name with or without blanks, or a family name with a
 * title (山田さん). A family name alone, or of one character, is too common to mean anyone.
 *
 * @example
 * isNamedIn(searched(['山田さんの対応がひどい']), { name: '山田 花子', email: 'yamada@example.jp' }) // → true
 */
export const isNamedIn = ({ folded, plain }: Searched, { name, email }: Named): boolean =>
  (email !== null && addressPattern(email).test(plain)) || namePatterns(name).some((pattern) => pattern.test(folded));

/**
 * Whether a list should not show this row to someone: what it repeats of a mail speaks of them.
 *
 * @example
 * speaksOf({ from: '', subject: '山田さんの件' }, { name: '山田 花子', email: null }) // → true
 */
export const speaksOf = (
  { from, subject }: { readonly from: string; readonly subject: string },
  someone: Named,
): boolean => isNamedIn(searched([from, subject]), someone);

/** What a list tells of a case beside how it stands. */
type Told = Pick<CaseSummary, 'from' | 'subject' | 'acts' | 'foundActs' | 'decidedBy'> & {
  readonly counterparty?: string;
};

/**
 * A case in a list for somebody of whom it speaks: that it is there and how it stands, and nothing of what is in it. Every list says it so:
 * pages, files and the API.
 */
export const closedRow = <Row extends Told>(row: Row): Row & { readonly closed: true } => ({
  ...row,
  from: '',
  subject: '',
  acts: [],
  foundActs: [],
  ...(row.counterparty === undefined ? {} : { counterparty: '' }),
  closed: true,
});

/** What a text holds that speaks of a person: one of these, blanks left out, or their address. Cheap to look for; `isNamedIn` decides. */
export interface NameTraces {
  readonly names: readonly string[]; // folded
  readonly address: string | null;
}

/** What stands between the parts of a name, or between its characters. */
export const NAME_GAPS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff・,';

/**
 * What to look for, in many texts at once, before each of those that hold it is asked whether it speaks of a person.
 *
 * @example
 * tracesOf({ name: '山田 花子', email: 'Yamada@example.jp' }) // → { names: ['山田'], address: 'yamada@example.jp' }
 */
export function tracesOf({ name, email }: Named): NameTraces {
  const words = wordsOfName(name);
  const names = words.every((word) => LATIN.test(word)) ? words : words.slice(0, 1);
  return { names: [...names], address: email === null ? null : plainly(email) };
}

/** Who, of those who may decide a case, does not because its texts speak of them. Nobody when they speak of everybody: someone has to. */
export function recusedAmong<P extends Named>(deciders: readonly P[], isNamed: (one: P) => boolean): readonly P[] {
  const named = deciders.filter(isNamed);
  return named.length === deciders.length ? [] : named;
}

const addressPattern = (email: string): RegExp =>
  new RegExp(`(?<![\\w.+-])${escaped(plainly(email))}(?![\\w-]|\\.\\w)`, 'u');

/** In characters. One word as short as this is a family name, and one that is shorter no name to look for. */
const SHORTEST = { whole: 3, family: 2 };

const TITLE = '\\s*(?:さん|さま|様|氏|殿|くん|君|ちゃん|-?san(?![a-z]))';

/** Which of two words is the family name nobody can tell when they are in Latin letters: either order, either title. */
function namePatterns(name: string): RegExp[] {
  const words = wordsOfName(name);
  const latin = words.every((word) => LATIN.test(word));
  const whole = words.length > 1 || (!latin && [...words.join('')].length >= SHORTEST.whole);
  const families = latin ? words : words.slice(0, 1);
  return [
    ...(whole ? [loose(words), ...(latin ? [loose(words.toReversed())] : [])] : []),
    ...families.filter((word) => [...word].length >= SHORTEST.family).map((family) => loose([family], TITLE)),
  ];
}

const wordsOfName = (name: string): string[] =>
  fold(name)
    .text.split(/[\s・,]+/)
    .filter((word) => word !== '');

const LATIN = /^[\p{Script=Latin}\p{M}\d.'-]+$/u;
const LETTER = '[\\p{Script=Latin}\\d]';

/** The words with or without blanks between them, and between the characters of those that are not written with blanks. */
function loose(words: readonly string[], after = ''): RegExp {
  const written = words.map((word) => (LATIN.test(word) ? escaped(word) : [...word].map(escaped).join('\\s*')));
  const [first, last] = [words[0]!, words.at(-1)!];
  const before = LATIN.test(first) ? `(?<!${LETTER})` : '';
  const end = LATIN.test(last) && after === '' ? `(?!${LETTER})` : '';
  return new RegExp(`${before}${written.join('[\\s・,]*')}${after}${end}`, 'u');
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

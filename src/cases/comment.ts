import { plainly } from './reading.ts';

/** What somebody wrote to a case without deciding it. */
export interface CaseComment {
  readonly by: string; // name
  readonly words: string;
  readonly at: Date;
  readonly mentioned: readonly string[]; // names, as they are now
}

/** Most UTF-16 units of a comment. */
export const MOST_COMMENT = 2000;

/**
 * Whom a text mentions: `@` with a whole name, with or without blanks, or with one word of it that nobody else of them has.
 * Of several names that fit, the longest counts; an address in the text (`taro@example.jp`) mentions nobody. A word of one character begins
 * many names (林, 林田): it needs its end, or a title, behind it.
 *
 * @example
 * mentionedIn('@山田さん、どう思いますか', [{ name: '山田 花子' }, { name: '佐藤 次郎' }]) // → [{ name: '山田 花子' }]
 */
export function mentionedIn<P extends { readonly name: string }>(text: string, people: readonly P[]): readonly P[] {
  const ways = waysToCall(people);
  const found = new Set<P>();
  for (const { index } of plainly(text).matchAll(/(?<![\w.+-])@/g)) {
    const rest = plainly(text).slice(index + 1);
    const called = ways.find(({ pattern }) => pattern.test(rest));
    if (called?.who) found.add(called.who);
  }
  return people.filter((one) => found.has(one));
}

interface WayToCall<P> {
  readonly pattern: RegExp;
  readonly length: number; // of what is written, in characters
  readonly who: P | null; // null: several could be meant
}

/** Whole names and their words, the longest first. */
function waysToCall<P extends { readonly name: string }>(people: readonly P[]): WayToCall<P>[] {
  const called = new Map<string, { readonly words: readonly string[]; readonly who: Set<P> }>();
  for (const who of people) {
    const words = plainly(who.name)
      .split(/[\s・]+/)
      .filter((word) => word !== '');
    for (const way of [words, ...(words.length > 1 ? words.map((word) => [word]) : [])]) {
      if (way.length === 0) continue;
      const known = called.get(way.join(' ')) ?? { words: way, who: new Set<P>() };
      called.set(way.join(' '), known);
      known.who.add(who);
    }
  }
  return [...called.values()]
    .map(({ words, who }) => ({
      pattern: new RegExp(
        `^${words.map(escaped).join('[\\s・]*')}${[...words.join('')].length > 1 ? END : CLEAR_END}`,
        'u',
      ),
      length: words.join('').length,
      who: who.size === 1 ? [...who][0]! : null,
    }))
    .sort((a, b) => b.length - a.length);
}

/** Where a word may end: Latin letters go on as long as they do; where words are one character, no letter may follow but those of a title. */
const END = '(?![\\p{Script=Latin}\\d_])';
const CLEAR_END = '(?=$|[^\\p{L}\\p{M}\\p{N}_]|(?:さん|さま|様|氏|くん|君|ちゃん|先生))';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

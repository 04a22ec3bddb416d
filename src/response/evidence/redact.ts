import type { CaseMessage } from '../../cases/index.ts';
import { fold, type Span } from '../../text/index.ts';

/** Most that one pack covers, and the characters of each. One character alone stands in too many words. */
export const REDACTIONS = { most: 200, shortest: 2, longest: 100 } as const;

/**
 * Names, addresses and whatever else a person wants covered, one on a line. What is too short or too long is left out.
 *
 * @example
 * parseRedactions('山田 花子\n\n 花子さん \n山田 花子') // → ['山田 花子', '花子さん']
 */
export const parseRedactions = (text: string): string[] =>
  [...new Set(text.split(/\r\n?|\n/).map((line) => line.trim()))]
    .filter((line) => [...line].length >= REDACTIONS.shortest && line.length <= REDACTIONS.longest)
    .slice(0, REDACTIONS.most);

/** Everybody whom the mails name beside their sender, by name and by address: where a person begins. */
export function suggestedRedactions(messages: readonly Pick<CaseMessage, 'from' | 'to' | 'cc'>[]): string[] {
  const sender = messages.find(({ from }) => from !== null)?.from ?? null;
  const others = messages
    .flatMap(({ from, to, cc }) => [...(from === null ? [] : [from]), ...to, ...cc])
    .filter(({ address, name }) => address !== sender?.address && (name === '' || name !== sender?.name));
  return parseRedactions(others.flatMap(({ name, address }) => [name, address]).join('\n'));
}

/** A text with all such words covered, and how many places that were. */
export interface Redacted {
  readonly text: string;
  readonly places: number;
}

/**
 * Covers each of the words under its number, so that who is spoken of twice can be told. Found whatever the width, case and
 * blanks in between; the longest of those that overlap is covered.
 *
 * @example
 * redact('山田花子さんを出せ', ['山田 花子']).text // → '【伏せ字1】さんを出せ'
 */
export function redact(text: string, redactions: readonly string[]): Redacted {
  const folded = fold(text);
  const found = redactions.flatMap((word, nth) =>
    [...spansIn(text, word), ...spansIn(folded.text, fold(word).text).map(unfold)].map((span) => ({ ...span, nth })),
  );
  function unfold({ start, end }: Span): Span {
    return { start: folded.start[start]!, end: folded.end[end - 1]! };
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let [covered, at, places] = ['', 0, 0];
  for (const { start, end, nth } of found) {
    if (end <= at) continue;
    if (start >= at) {
      covered += `${text.slice(at, start)}【伏せ字${nth + 1}】`;
      places++;
    }
    at = end; // what overlaps goes too
  }
  return { text: covered + text.slice(at), places };
}

function spansIn(text: string, word: string): Span[] {
  const characters = [...word].filter((one) => !/\s/.test(one));
  if (characters.length === 0) return [];
  const pattern = new RegExp(characters.map(escaped).join('[\\s・,]*'), 'giu');
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

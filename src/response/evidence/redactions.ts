import type { CaseMessage } from '../../cases/index.ts';

/** Most that one pack covers, and UTF-16 units of each. */
export const REDACTIONS = { most: 200, longest: 100 } as const;

/** Words to cover, and those that were not taken: whoever named them must be told, else they think them covered. */
export interface Redactions {
  readonly words: readonly string[];
  readonly left: readonly string[];
}

/**
 * Names, addresses and whatever else a person wants covered, one on a line. What is too long or one too many is left.
 *
 * @example
 * parseRedactions('山田 花子\n\n 林 \n山田 花子').words // → ['山田 花子', '林']
 */
export const parseRedactions = (text: string): Redactions => redactionsOf(text.split(/\r\n?|\n/), () => true);

/**
 * Whoever handed something in, then everybody whom the mails name beside their sender, by name and by address: where a person
 * begins. One letter alone stands in too many words; whether it is covered is for a person to say.
 */
export function suggestedRedactions(
  messages: readonly Pick<CaseMessage, 'from' | 'to' | 'cc'>[],
  reporters: readonly string[],
): Redactions {
  const sender = messages.find(({ from }) => from !== null)?.from ?? null;
  const others = messages
    .flatMap(({ from, to, cc }) => [...(from === null ? [] : [from]), ...to, ...cc])
    .filter(({ address, name }) => address !== sender?.address && (name === '' || name !== sender?.name));
  const named = [...reporters, ...others.flatMap(({ name, address }) => [name, address])]
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
  return redactionsOf(named, (one) => one.replace(/[\s・,]/g, '').length > 1);
}

function redactionsOf(lines: readonly string[], isTaken: (line: string) => boolean): Redactions {
  const written = [...new Set(lines.map((line) => line.trim()))].filter((line) => line !== '');
  const fit = written.filter((line) => line.length <= REDACTIONS.longest && isTaken(line));
  const words = fit.slice(0, REDACTIONS.most);
  const taken = new Set(words);
  return { words, left: written.filter((line) => !taken.has(line)) };
}

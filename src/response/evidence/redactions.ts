import type { CaseMessage } from '../../cases/index.ts';

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

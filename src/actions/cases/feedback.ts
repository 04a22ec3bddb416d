import type { CaseDetail, Feedback } from '../../cases/index.ts';
import { Refusal } from '../refusal.ts';
import type { CaseMessage } from './recusal.ts';

/**
 * Where the words stand that no entry found: in the newest mail that holds them.
 *
 * @throws Refusal `words-nowhere` for the first that no mail of the case holds.
 */
export function missedIn(messages: readonly CaseMessage[], words: readonly string[]): Feedback[] {
  const parts = messages
    .toReversed()
    .flatMap(({ mailId, message }) => message.parts.map(({ id, text }) => ({ mailId, id, text })));
  return words.map((one) => {
    const part = parts.find(({ text }) => text.includes(one));
    if (part === undefined) throw new Refusal({ code: 'words-nowhere', words: one });
    const start = part.text.indexOf(one);
    return { kind: 'missed', mailId: part.mailId, part: part.id, start, end: start + one.length, words: one };
  });
}

/** Entries that were wrong to match; those the case does not know are left out. */
export function misfiresIn({ items }: CaseDetail, entries: readonly string[]): Feedback[] {
  const known = new Set(items.flatMap(({ assessment }) => assessment?.matches ?? []).map(({ entry }) => entry));
  return [...known].filter((entry) => entries.includes(entry)).map((entry) => ({ kind: 'misfire', entry }));
}

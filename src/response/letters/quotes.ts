import type { CaseMessage } from '../../cases/index.ts';
import type { Act, Assessment } from '../../detect/index.ts';
import { fold, sentences } from '../../text/index.ts';
import { redact } from '../evidence/redact.ts';
import type { LetterLanguage } from './kinds.ts';
import type { Quote, Told } from './letter.ts';

/** As much as one letter quotes: sentences, and UTF-16 units of each. */
export const QUOTES = { most: 20, longest: 400 } as const;

/** A mail that a letter may quote, or what was told of a call, a visit, a post. */
export interface QuotedMail {
  readonly place: number; // in the case, from 0
  readonly at: Date; // received
  readonly message: CaseMessage;
  readonly assessment: Assessment | null;
  readonly told: Told | null; // the words of somebody of ours; null: a mail of the other side
}

/** A sentence in which something was found, as it stands. */
export interface QuoteChoice {
  readonly id: string; // of its place: 0.body.17
  readonly at: Date;
  readonly act: Act | null; // that was found in it; null: none
  readonly words: string;
  readonly told: Told | null;
}

/**
 * Every sentence of the mails that holds a match of an act, in the order of the mails; each once. Of what somebody of ours told it is what they
 * put between marks of quotation, and where they put none, the sentence.
 */
export const quoteChoices = (mails: readonly QuotedMail[]): QuoteChoice[] =>
  mails.flatMap(({ place, at, message, assessment, told }) => {
    const found = new Map<string, QuoteChoice>();
    const named = new Set((assessment?.matches ?? []).flatMap(({ act, part }) => (act === null ? [] : [part])));
    const add = (part: string, act: Act | null, start: number, words: string) => {
      const id = `${place}.${part}.${start}`;
      found.set(id, { id, at, act: found.get(id)?.act ?? act, words: oneLine(words), told });
    };
    for (const { id: part, text } of message.parts) {
      const said = told === null ? [] : [...text.matchAll(QUOTED)];
      for (const { index, 0: whole } of said) add(part, null, index + 1, whole.slice(1, -1));
      if (!named.has(part)) continue;
      const spans = sentences(text, message.segments.get(part) ?? [{ kind: 'own', start: 0, end: text.length }]).map(
        ({ start, end }) => ({ start: start[0] ?? 0, end: end.at(-1) ?? 0 }),
      );
      for (const match of assessment!.matches) {
        // A span that no longer fits its words, read by a later version of the parser, would quote the wrong ones.
        if (match.act === null || match.part !== part || text.slice(match.start, match.end) !== match.text) continue;
        const quoted = said.find(({ index, 0: { length } }) => index <= match.start && match.end <= index + length);
        if (quoted !== undefined) {
          add(part, match.act, quoted.index + 1, quoted[0].slice(1, -1));
          continue;
        }
        const { start, end } = spans.find((one) => one.start <= match.start && match.end <= one.end) ?? match;
        add(part, match.act, start, text.slice(start, end));
      }
    }
    return [...found.values()];
  });

/** Words between marks of quotation, the marks with them. */
const QUOTED = /「[^「」]{1,400}」|『[^『』]{1,400}』|“[^“”]{1,400}”/g;

/**
 * Where somebody's own lines stand in the mails, whatever the width and the blanks.
 *
 * @returns the quotes, or the first line that no mail holds
 */
export function quotesOfLines(
  lines: readonly string[],
  mails: readonly QuotedMail[],
): readonly Quote[] | { readonly nowhere: string } {
  const comparable = (text: string) => fold(text).text.replace(/\s+/g, '');
  const texts = mails.flatMap(({ at, told, message }) =>
    message.parts.map(({ text }) => ({ at, told, text: comparable(text) })),
  );
  const quotes: Quote[] = [];
  for (const line of lines) {
    const sought = comparable(line);
    const holder = sought === '' ? undefined : texts.find(({ text }) => text.includes(sought));
    if (holder === undefined) return { nowhere: line };
    quotes.push({ at: holder.at, told: holder.told, words: oneLine(line) });
  }
  return quotes;
}

/** What stands where a name was, for whoever reads the letter. */
const MARKS: Readonly<Record<LetterLanguage, (number: number) => string>> = {
  ja: (number) => `【伏せ字${number}】`,
  en: (number) => `[redacted ${number}]`,
};

/** Quotes as a letter has them: names and the like covered, the oldest first. */
export const covered = (quotes: readonly Quote[], redactions: readonly string[], language: LetterLanguage): Quote[] =>
  quotes
    .map(({ at, told, words }) => ({ at, told, words: cut(redact(words, redactions, MARKS[language]).text) }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const cut = (text: string): string => (text.length > QUOTES.longest ? `${text.slice(0, QUOTES.longest)}…` : text);

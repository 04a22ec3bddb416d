import type { LetterInput } from '../../../actions/index.ts';
import {
  DAY_FIELDS,
  type Day,
  hasField,
  LETTER_KINDS,
  LETTER_LANGUAGES,
  type LetterKind,
  type LetterLanguage,
  parseRedactions,
  QUOTES,
  WRITTEN_FIELDS,
  type WrittenField,
} from '../../../response/index.ts';
import { isDay } from '../../../util/day.ts';
import { chosen, first, has, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of each field: all of them together fit into a form. */
export const MOST: Readonly<Record<WrittenField | 'lines' | 'redact', number>> = {
  recipient: 400,
  sender: 400,
  contact: 300,
  facts: 2000,
  demand: 1500,
  answer: 2000,
  request: 1500,
  lines: 2000,
  redact: 3000,
};

/** Which letter an address or a form asks for; null: none there is. */
export function askedLetter(values: Values): { readonly kind: LetterKind; readonly language: LetterLanguage } | null {
  const kind = chosen(values, 'kind', LETTER_KINDS);
  const language = chosen(values, 'language', LETTER_LANGUAGES);
  return kind === null || language === null ? null : { kind, language };
}

/** Text of a field as a browser counts it. */
export const textOf = (values: Values, name: string): string => first(values, name).replaceAll('\r\n', '\n').trim();

/** What a form wants to be drafted, or why it cannot be taken. */
export function readDraft(
  values: Values,
  asked: { readonly kind: LetterKind; readonly language: LetterLanguage },
  { letters: say }: Messages,
): { readonly input: LetterInput } | { readonly error: string } {
  for (const field of WRITTEN_FIELDS)
    if (textOf(values, field).length > MOST[field]) return { error: say.tooLong(say.fields[field], MOST[field]) };
  for (const field of ['lines', 'redact'] as const)
    if (textOf(values, field).length > MOST[field]) return { error: say.tooLong(say[field], MOST[field]) };
  const days: Partial<Record<(typeof DAY_FIELDS)[number], Day | null>> = {};
  for (const field of DAY_FIELDS) {
    const written = hasField(asked.kind, field) ? textOf(values, field) : '';
    if (written !== '' && !isDay(written)) return { error: say.noDay(say.fields[field]) };
    days[field] = written === '' ? null : (written as Day);
  }
  const { words, left } = parseRedactions(textOf(values, 'redact'));
  if (left.length > 0) return { error: say.redactLeft(named(left)) };
  const quotes = values.quotes ?? [];
  const lines = textOf(values, 'lines')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (quotes.length + lines.length > QUOTES.most) return { error: say.tooMany(QUOTES.most) };
  return {
    input: {
      ...asked,
      written: Object.fromEntries(
        WRITTEN_FIELDS.map((field) => [field, textOf(values, field)]),
      ) as LetterInput['written'],
      days: days as LetterInput['days'],
      quotes,
      acts: values.acts ?? [],
      lines,
      redactions: words,
      consent: has(values, 'consent', '1'),
    },
  };
}

/** Words as a sentence holds them: a few, each cut. */
export function named(words: readonly string[]): string {
  const FEW = 10;
  const shown = words.slice(0, FEW).map((word) => inertLine(word, 40));
  return [...shown, ...(words.length > FEW ? ['…'] : [])].join(' / ');
}

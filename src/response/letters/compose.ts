import { sha256Of } from '../evidence/manifest.ts';
import { allWords } from './blocks.ts';
import { dayWords, whenWords } from './day-words.ts';
import type { LetterContent } from './fill.ts';
import { DAY_FIELDS, type LetterLanguage, LISTED, WRITTEN_FIELDS } from './kinds.ts';
import { layoutOf } from './layout.ts';
import type { LetterWords, Quote } from './letter.ts';

/** What a letter says, and how it looks. */
export interface LetterOrder extends LetterWords {
  readonly title: string;
  readonly language: LetterLanguage;
  readonly template: Uint8Array;
  readonly quotes: readonly Quote[];
  readonly acts: readonly string[]; // labels
  readonly clause: string | null;
  readonly rule: string | null;
  readonly reference: string; // what the other side may name
  readonly company: { readonly name: string; readonly timeZone: string };
  readonly at: Date;
}

/** The two files of a letter, which say the same. */
export interface ComposedLetter {
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
  readonly docxSha256: string;
  readonly pdfSha256: string;
  readonly unset: readonly string[]; // letters that no font of the PDF has
}

/**
 * Makes a letter. Equal orders give equal bytes.
 *
 * @throws Error for a template that `checkTemplate` would not have taken
 */
export async function composeLetter(order: LetterOrder): Promise<ComposedLetter> {
  // Only now: what sets a letter is large, and every command would load it.
  const [{ fillTemplate }, { strayLetters }, { pdfOf }] = await Promise.all([
    import('./fill.ts'),
    import('./glyphs.ts'),
    import('./pdf.ts'),
  ]);
  const docx = await fillTemplate(order.template, contentOf(order));
  const layout = await layoutOf(docx);
  const { title, language, company, at } = order;
  const stray = strayLetters(allWords(layout));
  const unset = [...stray].flatMap(([letter, font]) => (font === null ? [letter] : []));
  const pdf = await pdfOf(layout, { title, language, at, company: company.name });
  return { docx, pdf, docxSha256: sha256Of(docx), pdfSha256: sha256Of(pdf), unset };
}

function contentOf(order: LetterOrder): LetterContent {
  const { language, company } = order;
  const written = Object.fromEntries(WRITTEN_FIELDS.map((field) => [field, order.written[field]]));
  const days = Object.fromEntries(
    DAY_FIELDS.map((field) => {
      const chosen = order.days[field];
      return [field, chosen === null ? '' : dayWords(chosen, language)];
    }),
  );
  return {
    title: order.title,
    fields: {
      ...written,
      ...days,
      company: company.name,
      case: order.reference,
      acts: order.acts.join(LISTED[language]),
      clause: order.clause ?? '',
      rule: order.rule ?? '',
    } as LetterContent['fields'],
    quotes: order.quotes.map((quote) => ({ when: whenWords(quote, language, company.timeZone), words: quote.words })),
  };
}

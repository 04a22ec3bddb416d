import { inLanguage } from '../../../util/both-languages.ts';
import { sentenceOf } from '../errors.ts';
import { language } from '../messages.ts';

/** A part of the service, whether it works, and what was found or what to do about it. */
export interface CheckRow {
  readonly part: string;
  readonly name: string | null; // of several of its kind, as people have named it
  readonly ok: boolean;
  readonly sentence: string;
}

/** What an attempt found, or the sentence of why it failed. */
export async function row(part: string, attempt: () => Promise<string>, name: string | null = null): Promise<CheckRow> {
  try {
    return { part, name, ok: true, sentence: inLanguage(await attempt(), language()) };
  } catch (error) {
    return { part, name, ok: false, sentence: sentenceOf(error) };
  }
}

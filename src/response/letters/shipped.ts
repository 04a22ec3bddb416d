import { readFile } from 'node:fs/promises';
import { shipped } from '../../util/paths.ts';
import type { LetterKind, LetterLanguage } from './kinds.ts';

/** The neutral template of a kind of letter, as Komainu brings it. */
export const shippedTemplate = (kind: LetterKind, language: LetterLanguage): Promise<Uint8Array> =>
  readFile(shipped(`src/response/letters/shipped/${language}/${kind}.docx`));

import { type Assessment, type Dictionary, explain } from '../../../detect/index.ts';
import type { ReadMessage } from '../../../screening/index.ts';
import type { Io } from '../io.ts';
import { BAND_WORDS, both } from '../messages.ts';
import { evidenceLines } from './evidence.ts';
import { printable } from './terminal.ts';

export interface Explained {
  readonly source: string; // where the mail came from, harmless to a terminal
  readonly message: ReadMessage;
  readonly assessment: Assessment;
  readonly dictionary: Dictionary;
}

/** Why a mail was judged as it was: summary, the words as written, a sentence for each match. Several lines. */
export function explanation(
  { source, message, assessment, dictionary }: Explained,
  { colours }: Pick<Io, 'colours'>,
): string {
  const ja = explain(assessment, dictionary, 'ja');
  const en = explain(assessment, dictionary, 'en');
  const from = message.from === null ? '' : `${message.from.name} <${message.from.address}>`.trim();
  const beside = (english: string) => colours.dim(printable(english));
  const sentences = [
    ...ja.reasons.map(({ sentence }, index) => [sentence, en.reasons[index]?.sentence ?? '']),
    ...ja.remarks.map((remark, index) => [remark, en.remarks[index] ?? '']),
  ];
  return [
    `${colours.bold(BAND_WORDS[assessment.band])}  ${source}`,
    `  ${both('差出人', 'from')}: ${printable(from)}`,
    `  ${both('件名', 'subject')}: ${printable(message.subject)}`,
    `  ${printable(ja.summary)}`,
    `  ${beside(en.summary)}`,
    ...evidenceLines(message.parts, assessment.matches, colours).map((line) => `  ${line}`),
    ...sentences.flatMap(([japanese = '', english = '']) => [`  ・${printable(japanese)}`, `    ${beside(english)}`]),
    '',
  ].join('\n');
}

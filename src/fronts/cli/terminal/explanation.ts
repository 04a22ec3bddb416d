import { type Assessment, type Dictionary, explain } from '../../../detect/index.ts';
import type { Message } from '../../../mail/index.ts';
import type { Io } from '../io.ts';
import { BAND_WORDS, languageOf } from '../messages.ts';
import { evidenceLines } from './evidence.ts';
import { printable } from './terminal.ts';

export interface Explained {
  readonly source: string; // where the mail came from, harmless to a terminal
  readonly message: Pick<Message, 'from' | 'subject' | 'parts'>;
  readonly assessment: Assessment;
  readonly dictionary: Dictionary;
}

/** Why a mail was judged as it was, in the reader's language: summary, the words as written, a sentence for each reason. */
export function explanation(
  { source, message, assessment, dictionary }: Explained,
  { colours, env }: Pick<Io, 'colours' | 'env'>,
): string {
  const language = languageOf(env);
  const { summary, reasons, remarks } = explain(assessment, dictionary, language);
  const from = message.from === null ? '' : `${message.from.name} <${message.from.address}>`.trim();
  const [sender, subject] = language === 'ja' ? ['差出人', '件名'] : ['from', 'subject'];
  const sentences = [...reasons.map(({ sentence }) => sentence), ...remarks];
  return [
    `${colours.bold(BAND_WORDS[assessment.band])}  ${source}`,
    `  ${sender}: ${printable(from)}`,
    `  ${subject}: ${printable(message.subject)}`,
    `  ${printable(summary)}`,
    ...evidenceLines(message.parts, assessment.matches, colours).map((line) => `  ${line}`),
    ...sentences.map((sentence) => `  ・${printable(sentence)}`),
    '',
  ].join('\n');
}

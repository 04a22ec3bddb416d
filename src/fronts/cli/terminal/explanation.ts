import { type Assessment, type Dictionary, explain } from '../../../detect/index.ts';
import type { Message } from '../../../mail/index.ts';
import type { Masking } from '../../shared/index.ts';
import type { Io } from '../io.ts';
import { language, say, word } from '../messages.ts';
import { evidenceLines } from './evidence.ts';
import { printable } from './terminal.ts';

export interface Explained {
  readonly source: string; // where the mail came from, harmless to a terminal
  readonly message: Pick<Message, 'from' | 'subject' | 'parts'>;
  readonly assessment: Assessment;
  readonly dictionary: Dictionary;
  readonly masking: Masking;
  readonly cover: typeof import('../../shared/index.ts')['coverAssessment'];
}

/** Why a mail was judged as it was, in the reader's language: summary, the words as written, a sentence for each reason. */
export function explanation(
  { source, message, assessment, dictionary, masking, cover }: Explained,
  { colours }: Pick<Io, 'colours'>,
): string {
  const { summary, reasons, remarks } = explain(cover(assessment, message.parts, masking), dictionary, language());
  const from = message.from === null ? '' : `${message.from.name} <${message.from.address}>`.trim();
  const [sender, subject] = [say('差出人', 'from'), say('件名', 'subject')];
  const sentences = [...reasons.map(({ sentence }) => sentence), ...remarks];
  return [
    `${colours.bold(word(assessment.band))}  ${source}`,
    `  ${sender}: ${printable(masking.cover(from))}`,
    `  ${subject}: ${printable(masking.cover(message.subject))}`,
    `  ${printable(summary)}`,
    ...evidenceLines(message.parts, assessment.matches, { colours, masking }).map((line) => `  ${line}`),
    ...sentences.map((sentence) => `  ・${printable(sentence)}`),
    '',
  ].join('\n');
}

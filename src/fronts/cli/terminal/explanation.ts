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
  const shown = cover(assessment, message.parts, masking);
  const { summary, reasons, remarks } = explain(shown, dictionary, language());
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
    ...sumLines(shown),
    '',
  ].join('\n');
}

const LONGEST = 40; // characters of a sentence

/** The log odds part by part, and the probability that they make; nothing for a mail of which no sum was kept. */
function sumLines({ odds, probability }: Assessment): string[] {
  const { base, sentences, others, dictionaries, frequency, sum } = odds;
  if (base === 0) return [];
  const parts: readonly (readonly [number, string])[] = [
    [base, say('何も書いていないメール', 'a mail that says nothing')],
    ...sentences.map(({ odds: own, text }) => [own, `「${shortened(text)}」`] as const),
    [others, say('ほかの文', 'other sentences')],
    [dictionaries, say('辞書', 'dictionaries')],
    [frequency, say('頻度', 'frequency')],
  ];
  const told = parts.filter(([value]) => value !== 0).map(([value, label]) => `${signed(value)} ${label}`);
  return [
    `  ${say('対数オッズ', 'log odds')}: ${told.join('  ')}  = ${signed(sum)}${say(`（見込み ${percent(probability)}）`, ` (probability ${percent(probability)})`)}`,
  ];
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
const percent = (probability: number): string => `${(probability * 100).toFixed(probability < 0.1 ? 1 : 0)} %`;
const shortened = (text: string): string => {
  const line = printable(text.replace(/\s+/g, ' ').trim());
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

import { type Assessment, type Dictionary, decidingStep, explain, type Step } from '../../../detect/index.ts';
import type { Message } from '../../../mail/index.ts';
import type { Masking } from '../../shared/index.ts';
import type { Io } from '../io.ts';
import { language, say, word } from '../messages.ts';
import { evidenceLines } from './evidence.ts';
import { columns, printable } from './terminal.ts';

export interface Explained {
  readonly source: string; // where the mail came from, harmless to a terminal
  readonly message: Pick<Message, 'from' | 'subject' | 'parts'>;
  readonly assessment: Assessment;
  readonly dictionary: Dictionary;
  readonly masking: Masking;
  readonly cover: typeof import('../../shared/index.ts')['coverAssessment'];
}

/** Why a mail was judged as it was, in the reader's language: summary, the words as written, what adds up to the band, a sentence for each reason. */
export function explanation(
  { source, message, assessment, dictionary, masking, cover }: Explained,
  { colours }: Pick<Io, 'colours'>,
): string {
  const shown = cover(assessment, message.parts, masking);
  const { summary, steps, reasons, remarks } = explain(shown, dictionary, language());
  const from = message.from === null ? '' : `${message.from.name} <${message.from.address}>`.trim();
  const [sender, subject] = [say('差出人', 'from'), say('件名', 'subject')];
  const sentences = [...reasons.map(({ sentence }) => sentence), ...remarks];
  return [
    `${colours.bold(word(assessment.band))}  ${source}`,
    ...(from === '' ? [] : [`  ${sender}: ${printable(masking.cover(from))}`]),
    ...(message.subject === '' ? [] : [`  ${subject}: ${printable(masking.cover(message.subject))}`]),
    `  ${printable(summary)}`,
    ...evidenceLines(message.parts, assessment.matches, { colours, masking }).map((line) => `  ${line}`),
    ...stepLines(steps, shown, colours).map((line) => `  ${line}`),
    ...sentences.map((sentence) => `  ・${printable(sentence)}`),
    '',
  ].join('\n');
}

const LONGEST = 60; // characters of a sentence

/** Reason by reason: how strong it is alone, the band reached with it and those above, its words; and the one that decides. */
function stepLines(steps: readonly Step[], { band, matches }: Assessment, colours: Io['colours']): string[] {
  if (steps.length === 0) return [];
  if (band === 'ordinary' && steps.every(({ strength }) => strength === null || strength === 'weak'))
    return [
      say(
        'どの文も弱く、合わせても「微妙」に届きません。',
        'No sentence is strong, and together they do not reach “grey”.',
      ),
    ];
  const deciding = decidingStep(steps);
  const shown = steps.filter(({ strength }, index) => index <= deciding + 1 || strength !== 'weak');
  const rows = shown.map((step) => {
    const words = wordsOf(step, step.match === null ? null : matches[step.match]!.text);
    const line = `${padded(strengthOf(step), language() === 'ja' ? 2 : 6)}  ${padded(word(step.reached), 8)}  ${words}`;
    return step === steps[deciding] ? `${line}  ${colours.bold(say('← 決め手', '← decides'))}` : line;
  });
  const more = steps.length - shown.length;
  return [
    say('強さ・ここまでの判定・理由（上から順に足すと）', 'strength, band so far, reason (one after the other)'),
    ...rows,
    ...(more > 0
      ? [say(`ほか${more}件の弱い理由（判定は変わりません）`, `${more} more weak reasons, which change nothing`)]
      : []),
  ];
}

function strengthOf({ strength, odds }: Step): string {
  if (strength === null) return odds < 0 ? '↓' : '';
  return { strong: say('強', 'strong'), medium: say('中', 'medium'), weak: say('弱', 'weak') }[strength];
}

function wordsOf({ kind, excerpt, asks, odds }: Step, match: string | null): string {
  const quoted = (text: string | null | undefined) =>
    text == null ? '' : say(`「${shortened(text)}」`, `“${shortened(text)}”`);
  switch (kind) {
    case 'asked':
      return `${quoted(match)} ${say(`見つけたら${word(asks!)}`, `asks for ${word(asks!)}`)}`.trim();
    case 'sentence':
      return quoted(excerpt?.text);
    case 'others':
      return odds < 0
        ? say('ほかの文は穏やか', 'all other sentences are calm')
        : say('ほかの文', 'all other sentences');
    case 'dictionaries':
      return say('辞書の項目', 'entries of the dictionaries');
    case 'frequency':
      return say('繰り返しや時間帯', 'repetition and hours');
    case 'unjudged':
      return say('調べていない部分がある', 'a part of it was not judged');
  }
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)));

function shortened(text: string): string {
  const line = printable(text.replace(/\s+/g, ' ').trim());
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

import type { AssessedMatch } from '../../../detect/index.ts';
import type { TextPart } from '../../../mail/index.ts';
import type { HiddenSpan, Masking } from '../../shared/index.ts';
import type { Io } from '../io.ts';
import { printable } from './terminal.ts';

/** What is shown of a long line before and after a match. UTF-16 units. */
const AROUND = 60;

type Mark = 'none' | 'grammar' | 'cancelled' | 'counted'; // by rising strength: the stronger one shows

const STRENGTH: readonly Mark[] = ['none', 'grammar', 'cancelled', 'counted'];

const markOf = ({ act, meant }: AssessedMatch): Mark => {
  if (act === null) return 'grammar';
  return meant ? 'counted' : 'cancelled';
};

/** The lines of a mail that hold matches, each with its part, the matches painted; 【】 where there is no colour. What is hidden is said by its kind. */
export function evidenceLines(
  parts: readonly TextPart[],
  matches: readonly AssessedMatch[],
  { colours, masking }: { readonly colours: Io['colours']; readonly masking: Pick<Masking, 'spans'> },
): string[] {
  return parts.flatMap(({ id, text }) => {
    const own = matches.filter(({ part }) => part === id);
    const hidden = masking.spans(text, id, matches);
    return linesOf(text)
      .filter(({ start, end }) => own.some((match) => match.act !== null && match.start < end && match.end > start))
      .map((line) => `${colours.dim(`${id} │`)} ${paintLine({ text, line, hidden, colours }, own)}`);
  });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string): Stretch[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const stretch = { start, end: start + line.length };
    start = stretch.end + 1;
    return stretch;
  });
}

interface Line {
  readonly text: string;
  readonly line: Stretch;
  readonly hidden: readonly HiddenSpan[];
  readonly colours: Io['colours'];
}

function paintLine({ text, line, hidden, colours }: Line, matches: readonly AssessedMatch[]): string {
  const here = matches.filter(({ start, end }) => start < line.end && end > line.start);
  const from = wholeCharacter(text, Math.max(line.start, Math.min(...here.map(({ start }) => start)) - AROUND));
  const to = wholeCharacter(text, Math.min(line.end, Math.max(...here.map(({ end }) => end)) + AROUND));
  const edges = new Set([from, to, ...[...here, ...hidden].flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].filter((edge) => edge >= from && edge <= to).sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? from;
    const marks = here.filter((match) => match.start < end && match.end > start).map(markOf);
    const strongest = STRENGTH[Math.max(0, ...marks.map((mark) => STRENGTH.indexOf(mark)))] ?? 'none';
    const cover = hidden.find((span) => span.start < end && span.end > start);
    if (cover === undefined) return paint(printable(text.slice(start, end)), strongest, colours);
    return start === Math.max(cover.start, from) ? paint(cover.label, strongest, colours) : ''; // said once
  });
  return `${from > line.start ? '…' : ''}${pieces.join('')}${to < line.end ? '…' : ''}`;
}

/** Never between the halves of a surrogate pair. */
const wholeCharacter = (text: string, offset: number): number =>
  /[\udc00-\udfff]/.test(text[offset] ?? '') && offset > 0 ? offset - 1 : offset;

function paint(text: string, mark: Mark, colours: Io['colours']): string {
  switch (mark) {
    case 'none':
      return text;
    case 'grammar':
      return colours.cyan(text);
    case 'cancelled':
      return colours.yellow(colours.isColorSupported ? text : `（${text}）`);
    case 'counted':
      return colours.red(colours.bold(colours.isColorSupported ? text : `【${text}】`));
  }
}

import type { AssessedMatch } from '../../detect/index.ts';
import type { Segment, SegmentKind, Span } from '../../text/index.ts';
import type { HiddenSpan } from './masking.ts';

/** A stretch of text over which nothing changes. Numbers are positions in the assessment's list of matches. */
export interface Run {
  readonly text: string;
  readonly matches: readonly number[]; // that cover it
  readonly starting: readonly number[]; // of these, those not seen in an earlier run
  readonly ending: readonly number[]; // of these, those that reach no further
  readonly label: string | null; // said instead of the text, which is not to be shown; null: it may be
}

/** Neighbouring runs of one kind of text: own words, a quotation, a signature. */
export interface Block {
  readonly kind: SegmentKind;
  readonly runs: readonly Run[];
}

export interface PartView {
  readonly blocks: readonly Block[];
  readonly cut: number; // UTF-16 units at the end that are not shown
}

/** A page stays readable and a browser responsive up to here. UTF-16 units of one part. */
const SHOWN = 100_000;

/**
 * Cuts one part of a mail into blocks of runs; joined, they give back the text that is shown. A hidden stretch stays one
 * run, whatever lies inside it. Never throws.
 *
 * @param most UTF-16 units to show, at most
 */
export function partView(
  { id, text }: { readonly id: string; readonly text: string },
  segments: readonly Segment[],
  matches: readonly AssessedMatch[],
  hidden: readonly HiddenSpan[],
  most = SHOWN,
): PartView {
  const end = shownEnd(text, Math.min(most, SHOWN));
  const marks = matches.flatMap(({ part, start, end }, index) => (part === id ? [{ start, end, index }] : []));
  const cuts = edgesOf([...segments, ...marks], hidden, end);
  const segmentsIn = sweep(segments);
  const marksIn = sweep(marks);
  const hiddenIn = sweep(hidden);
  const blocks: { kind: SegmentKind; runs: Run[] }[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i]!;
    const to = cuts[i + 1]!;
    const covering = marksIn(from, to);
    const run: Run = {
      text: text.slice(from, to),
      matches: covering.map(({ index }) => index),
      starting: covering.filter(({ start }) => start >= from).map(({ index }) => index),
      ending: covering.filter(({ end }) => end <= to).map(({ index }) => index),
      label: hiddenIn(from, to)[0]?.label ?? null,
    };
    const kind = segmentsIn(from, to)[0]?.kind ?? 'own';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.runs.push(run);
    else blocks.push({ kind, runs: [run] });
  }
  return { blocks, cut: text.length - end };
}

/** Never between the halves of a surrogate pair. */
function shownEnd(text: string, most: number): number {
  if (text.length <= most) return text.length;
  const last = text.charCodeAt(most - 1);
  return last >= 0xd800 && last <= 0xdbff ? most - 1 : most;
}

/** Where runs begin and end, in order; those inside a hidden stretch would tell where its words are. */
function edgesOf(spans: readonly Span[], hidden: readonly Span[], end: number): number[] {
  const hiddenIn = sweep(hidden);
  const inside = (edge: number) => hiddenIn(edge, edge + 1).some((span) => span.start < edge);
  const open = [...new Set(spans.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);
  const kept = open.filter((edge) => !inside(edge));
  const edges = [0, ...kept, ...hidden.flatMap((span) => [span.start, span.end])].filter((edge) => edge < end);
  return [...new Set([...edges, end])].sort((a, b) => a - b);
}

/** Answers which spans reach into [from, to), for ranges asked in rising order. */
function sweep<S extends Span>(spans: readonly S[]): (from: number, to: number) => readonly S[] {
  const waiting = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let reaching: S[] = [];
  return (from, to) => {
    while (next < waiting.length && waiting[next]!.start < to) reaching.push(waiting[next++]!);
    reaching = reaching.filter((span) => span.end > from);
    return reaching;
  };
}

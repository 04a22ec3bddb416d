import {
  type ContextRule,
  type Dictionary,
  type Entry,
  type EntryId,
  type Line,
  type MeantHit,
  meantHits,
  onlyRules,
} from '../../detect/index.ts';
import type { ChangeEffect } from '../../store/index.ts';
import { type Precision, precisionOf } from '../entry-figures.ts';
import { createBreath, type ReadCase } from './kept-cases.ts';

/** Counts alone: what is written down of a preview. */
export type Effect = ChangeEffect;

/** A sentence of a case that is newly found, or no longer. Text of a mail. */
export interface PreviewExample {
  readonly case: Pick<ReadCase, 'id' | 'status' | 'acts' | 'foundActs' | 'from' | 'subject'>;
  readonly kind: 'found' | 'lost';
  readonly sentence: string;
  readonly start: number; // of the words, in the sentence
  readonly end: number;
}

export interface Preview extends Effect {
  readonly precision: Precision | null; // of all that is found after
  readonly overlap: readonly { readonly entry: EntryId; readonly cases: number }[]; // others in the same cases, the most first
  readonly alone: number; // cases in which no other entry is found
  readonly examples: readonly PreviewExample[];
}

const WEEK_MS = 7 * 86_400_000;
const MOST_OVERLAP = 5;
const EXAMPLES = 40; // more than are shown: some are not for whoever looks

/** A rule as it is (null: not there) and as it would be. */
export interface RuleChange {
  readonly id: string;
  readonly before: Entry | ContextRule | null;
  readonly after: Entry | ContextRule | null;
}

/** What a change of one rule does to the cases that are kept. */
export async function previewRule(
  cases: readonly ReadCase[],
  change: RuleChange,
  before: Dictionary,
  after: Dictionary,
): Promise<Preview> {
  const breathe = createBreath();
  const rules = [change.before, change.after].filter((rule) => rule !== null);
  const isContext = rules.some(({ kind }) => kind === 'context');
  const counts = { found: nothing(), lost: nothing(), same: nothing() };
  const others = new Map<EntryId, number>();
  const examples: PreviewExample[] = [];
  let alone = 0;
  const reach = reachOf(rules, after);
  for (const one of cases) {
    await breathe();
    const mails = one.mails.map(reach).filter((lines) => lines.length > 0);
    if (mails.length === 0) continue;
    const concerns = (hit: MeantHit) => isContext || hit.rule.id === change.id;
    const hits = mails.map((lines) => ({
      was: meantHits(before, lines).filter(concerns),
      is: meantHits(after, lines).filter(concerns),
    }));
    const gone = hits.flatMap(({ was, is }) => missing(was, is));
    const come = hits.flatMap(({ was, is }) => missing(is, was));
    const [was, is] = [hits.flatMap((one) => one.was), hits.flatMap((one) => one.is)];
    const kind = isContext ? (gone.length > 0 ? 'lost' : come.length > 0 ? 'found' : null) : kindOf(was, is);
    if (kind === null) continue;
    count(counts[kind], one);
    if (kind !== 'lost') {
      const beside = one.entries.filter((entry) => entry !== change.id);
      for (const entry of beside) others.set(entry, (others.get(entry) ?? 0) + 1);
      if (beside.length === 0) alone += 1;
    }
    const shown = kind === 'found' ? come[0] : kind === 'lost' ? gone[0] : undefined;
    if (kind !== 'same' && shown !== undefined && examples.length < EXAMPLES)
      examples.push({
        case: one,
        kind,
        sentence: shown.line.written,
        start: shown.start,
        end: shown.end,
      });
  }
  const { found, lost, same } = counts;
  const [approved, dismissed] = [found.approved + same.approved, found.dismissed + same.dismissed];
  return {
    looked: cases.length,
    found,
    lost,
    same,
    perWeek: Math.round((found.cases / weeksOf(cases)) * 10) / 10,
    precision: precisionOf(approved, dismissed),
    overlap: [...others]
      .map(([entry, n]) => ({ entry, cases: n }))
      .sort((a, b) => b.cases - a.cases)
      .slice(0, MOST_OVERLAP),
    alone,
    examples,
  };
}

/** The counts of a preview, without a word of any mail. */
export const effectOf = ({ looked, found, lost, same, perWeek }: Preview): Effect => ({
  looked,
  found,
  lost,
  same,
  perWeek,
});

const nothing = () => ({ cases: 0, approved: 0, dismissed: 0 });

function count(into: ReturnType<typeof nothing>, { status }: ReadCase): void {
  into.cases += 1;
  if (status === 'approved') into.approved += 1;
  if (status === 'dismissed') into.dismissed += 1;
}

/**
 * The lines of a mail that tell whether the rules are found and meant: where their words stand, what stands beside that, and what
 * changes the meaning of a whole mail. None where their words stand nowhere. Reading all lines would take ten times as long.
 */
function reachOf(rules: readonly (Entry | ContextRule)[], dictionary: Dictionary) {
  const own = rules.map((rule) => onlyRules(dictionary, [rule]).automaton); // of one id, as it was and as it is
  const isWide = (rule: Entry | ContextRule) => rule.kind === 'context' && rule.where === 'mail';
  const wide = onlyRules(dictionary, [...dictionary.rules.values()].filter(isWide)).automaton;
  const isAnywhere = rules.some(isWide);
  return function reach(lines: readonly Line[]): readonly Line[] {
    const at = lines.flatMap(({ text }, i) => (own.some((words) => stands(words, text)) ? [i] : []));
    if (at.length === 0 || isAnywhere) return at.length === 0 ? [] : lines;
    const near = new Set(at.flatMap((i) => [i - 1, i, i + 1]));
    return lines.filter(({ text }, i) => near.has(i) || stands(wide, text));
  };
}

function stands(words: Dictionary['automaton'], text: string): boolean {
  let found = false;
  words.scan(text, () => {
    found = true;
  });
  return found;
}

const keyOf = ({ rule, line, start }: MeantHit): string => `${rule.id} ${line.part} ${line.index} ${start}`;

function missing(from: readonly MeantHit[], there: readonly MeantHit[]): MeantHit[] {
  const keys = new Set(there.map(keyOf));
  return from.filter((hit) => !keys.has(keyOf(hit)));
}

function kindOf(was: readonly MeantHit[], is: readonly MeantHit[]): 'found' | 'lost' | 'same' | null {
  if (was.length === 0 && is.length === 0) return null;
  if (was.length === 0) return 'found';
  return is.length === 0 ? 'lost' : 'same';
}

/** At least one: of a few days nobody can tell a week. */
function weeksOf(cases: readonly { readonly receivedAt: Date }[]): number {
  const times = cases.map(({ receivedAt }) => receivedAt.getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return cases.length === 0 ? 1 : Math.max(1, (last - first) / WEEK_MS);
}

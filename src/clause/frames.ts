import type { Span } from '../text/index.ts';
import type { Draft } from './draft.ts';
import { reportOf, thoughtOf } from './reports.ts';
import type { Frame } from './types.ts';

/** What stands around the clause at `i`, by its own ending and by the clause it hangs on. */
export function framesOf(drafts: readonly Draft[], i: number, quotations: readonly Span[]): Frame[] {
  const { head, reading, link } = drafts[i]!;
  const has = (name: string): boolean => head.endings.names.some((ending) => ending.startsWith(`${name}.`));
  const frames: Frame[] = [];
  if (quotations.some(({ start, end }) => head.start >= start && head.start < end)) frames.push({ kind: 'quoted' });
  frames.push(...ofLink(drafts, i));
  const asked = reading.mood === 'ask' || (reading.asks && reading.mood !== 'request' && reading.mood !== 'order');
  if (asked && link.kind !== 'words' && link.kind !== 'thought')
    frames.push({ kind: 'question', manner: reading.rhetorical ? 'rhetorical' : 'real' });
  const disowned = reading.disowned ?? (isDeniedWithNext(drafts, i) ? 'intention' : null);
  if (disowned !== null) frames.push({ kind: 'disowned', what: disowned });
  if (has('go')) frames.push({ kind: 'purpose', lemma: '行く' });
  if (has('come')) frames.push({ kind: 'purpose', lemma: '来る' });
  return frames;
}

/** 殺す気も死ぬ気もありません: both are denied by what stands behind the second. */
function isDeniedWithNext(drafts: readonly Draft[], i: number): boolean {
  const { also, head } = drafts[i]!;
  const next = drafts[i + 1];
  const meant = also && head.endings.names.some((name) => name.startsWith('planned.'));
  return meant && next?.reading.disowned === 'intention';
}

function ofLink(drafts: readonly Draft[], i: number): Frame[] {
  const { link, reading } = drafts[i]!;
  switch (link.kind) {
    case 'none':
      return [];
    case 'words':
      return reportOf(drafts, i, link);
    case 'thought':
      return thoughtOf(drafts, i, link.to);
    case 'hearsay':
      return [{ kind: 'hearsay' }];
    case 'list':
      return [{ kind: 'list' }];
    case 'condition':
      if (/^(?:demand|oblige|request)$/.test(reading.mood)) return []; // してもらわないと困る, いただけると助かります
      return [{ kind: 'condition', main: link.to }];
    case 'concessive':
      return [{ kind: 'concessive', main: link.to }];
    case 'reason':
      return link.to === null ? [] : [{ kind: 'reason', main: link.to }];
    case 'linked':
      return [{ kind: 'linked', main: link.to }];
    case 'relative':
      return [{ kind: 'relative', head: link.noun.head, person: link.noun.person, kinds: link.noun.kinds }];
    case 'nominal':
      if (reading.mood === 'order') return []; // 提出すること。
      return link.noun === 'ため' && link.to !== null
        ? [{ kind: 'purpose', lemma: drafts[link.to]!.head.lemma }]
        : [{ kind: 'nominal', head: link.noun }];
  }
}

import type { Thresholds } from '../../detect/index.ts';
import type { HeldOut } from './train.ts';

/** How the classifier alone does on a pen or source that it never saw. */
export interface HeldOutFigures {
  readonly from: string;
  readonly kind: HeldOut['kind'];
  readonly harassment: Shares | null; // null: there is none
  readonly good: Shares | null;
}

interface Shares {
  readonly texts: number;
  readonly flagged: number; // 0 to 1
  readonly surfaced: number;
}

/** By the thresholds in force, without what entries ask for. */
export function heldOutFigures(heldOut: readonly HeldOut[], { grey, review }: Thresholds): HeldOutFigures[] {
  const shares = (texts: readonly HeldOut[]): Shares | null =>
    texts.length === 0
      ? null
      : {
          texts: texts.length,
          flagged: texts.filter(({ probability }) => probability >= review).length / texts.length,
          surfaced: texts.filter(({ probability }) => probability >= grey).length / texts.length,
        };
  const groups = new Map<string, HeldOut[]>();
  for (const one of heldOut) groups.set(one.from, [...(groups.get(one.from) ?? []), one]);
  return [...groups].map(([from, texts]) => ({
    from,
    kind: texts[0]!.kind,
    harassment: shares(texts.filter(({ positive }) => positive)),
    good: shares(texts.filter(({ positive }) => !positive)),
  }));
}

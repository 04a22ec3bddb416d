/** A mail as a number ranks it. */
export interface Ranked {
  readonly expected: boolean; // is harassment
  readonly odds: number; // the higher, the likelier
}

/** How well a number ranks harassment above good mail, whatever the thresholds: what steps of the judgement are compared by. */
export interface Ranking {
  readonly auc: number; // 0 to 1: that a harassing mail ranks above a good one; a tie is half
  readonly recall_at: Readonly<Record<(typeof SHARES)[number], number>>; // of harassment, at a share of good mail
}

export const SHARES = ['0.01', '0.02', '0.04'] as const;

/** @returns null where there is no harassment, or no good mail */
export function rankingOf(mails: readonly Ranked[]): Ranking | null {
  const good = mails.flatMap(({ expected, odds }) => (expected ? [] : [odds])).sort((a, b) => b - a);
  const bad = mails.flatMap(({ expected, odds }) => (expected ? [odds] : [])).sort((a, b) => b - a);
  if (good.length === 0 || bad.length === 0) return null;
  const above = (share: string): number => {
    const threshold = good[Math.min(good.length - 1, Math.floor(Number(share) * good.length))]!; // so many good ones rank higher
    return bad.filter((odds) => odds > threshold).length / bad.length;
  };
  return {
    auc: bad.reduce((sum, odds) => sum + shareBelow(good, odds), 0) / bad.length,
    recall_at: Object.fromEntries(SHARES.map((share) => [share, above(share)])) as unknown as Ranking['recall_at'],
  };
}

/** Of numbers that fall, the share below one; equal ones count half. */
function shareBelow(falling: readonly number[], odds: number): number {
  const first = lowerBound(falling, (one) => one <= odds);
  const behind = lowerBound(falling, (one) => one < odds);
  return (falling.length - behind + (behind - first) / 2) / falling.length;
}

/** The first place from which on a test holds. */
function lowerBound(all: readonly number[], holds: (one: number) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(all[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

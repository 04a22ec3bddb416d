import { type Ground, withinSite } from '../../detect/index.ts';
import type { HeldOutResult, SiteFigures, Unused } from '../../store/index.ts';
import { addedTo, fitSite, lossOf, type SiteFit, type TaughtMail } from './fit.ts';

export interface SiteLearned {
  readonly fit: SiteFit;
  readonly figures: SiteFigures;
  readonly unused: Unused | null;
}

const MOST_FOLDS = 10;

/**
 * Learns from decisions, and tries on each of them what the others teach: in turn a tenth is held out, of ten or fewer each by
 * itself. It is made so quiet that as many of the approved are found there as before: all that it gains spares good mail. What
 * does worse there than the shipped weights all the same is not used.
 *
 * @param mails in the order of their decisions
 * @param point log odds at which a mail is flagged
 */
export function learnSite(mails: readonly TaughtMail[], ground: Ground, point: number): SiteLearned {
  const folds = Math.min(MOST_FOLDS, mails.length);
  const shipped = mails.map(({ features }) => ground.weigh(features).log - point);
  const added: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const others = fitSite(
      mails.filter((_, i) => i % folds !== fold),
      ground,
      point,
    );
    mails.forEach(({ features }, i) => {
      if (i % folds === fold) added[i] = addedTo(others, features, ground);
    });
  }
  const loud = loudness(mails, shipped, added);
  const fit = fitSite(mails, ground, point);
  const figures: SiteFigures = {
    approved: mails.filter(({ positive }) => positive).length,
    dismissed: mails.filter(({ positive }) => !positive).length,
    shipped: resultOf(mails, shipped),
    site: resultOf(
      mails,
      shipped.map((odds, i) => odds + withinSite(added[i]! - loud)),
    ),
  };
  return { fit: { ...fit, bias: fit.bias - loud }, figures, unused: unusedBy(mails.length, figures) };
}

const HAIR = 1e-6; // above the point, whatever is lost in adding

/**
 * How much louder than before the approved are where they were held out: the last that shall be found comes to the point again, but
 * on average they get no quieter than the shipped weights have them.
 */
function loudness(mails: readonly TaughtMail[], shipped: readonly number[], added: readonly number[]): number {
  const found = mails.filter(({ positive }, i) => positive && shipped[i]! >= 0).length;
  const odds = mails.flatMap(({ positive }, i) => (positive ? [shipped[i]! + added[i]!] : [])).sort((a, b) => b - a);
  const raised = mails.reduce((sum, { positive }, i) => sum + (positive ? added[i]! : 0), 0) / Math.max(1, odds.length);
  return found === 0 ? 0 : Math.max(0, Math.min(odds[found - 1]! - HAIR, raised));
}

/** Neither more alarms than before nor more missed; where both are the same, the loss says which is surer. */
function unusedBy(decisions: number, { shipped, site }: SiteFigures): Unused | null {
  if (decisions === 0) return 'nothing';
  const better = shipped.alarms + shipped.missed - site.alarms - site.missed;
  const isWorse = site.missed > shipped.missed || better < 0 || (better === 0 && site.loss > shipped.loss);
  return isWorse ? 'worse' : null;
}

function resultOf(mails: readonly TaughtMail[], odds: readonly number[]): HeldOutResult {
  const sum = mails.reduce((total, { positive }, i) => total + lossOf(odds[i]!, positive), 0);
  return {
    loss: mails.length === 0 ? 0 : sum / mails.length,
    missed: mails.filter(({ positive }, i) => positive && odds[i]! < 0).length,
    alarms: mails.filter(({ positive }, i) => !positive && odds[i]! >= 0).length,
  };
}

import type { Ground } from '../../detect/index.ts';
import type { HeldOutResult, SiteFigures, Unused } from '../../store/index.ts';
import { fitSite, logWith, lossOf, type SiteFit, type TaughtMail } from './fit.ts';

export interface SiteLearned {
  readonly fit: SiteFit;
  readonly figures: SiteFigures;
  readonly unused: Unused | null;
}

const MOST_FOLDS = 10;

/**
 * Learns from decisions, and tries on each of them what the others teach: in turn a tenth is held out, of ten or fewer each by
 * itself. What does worse there than the shipped weights is not used.
 *
 * @param mails in the order of their decisions
 * @param point log odds at which a mail is flagged
 */
export function learnSite(mails: readonly TaughtMail[], ground: Ground, point: number): SiteLearned {
  const folds = Math.min(MOST_FOLDS, mails.length);
  const odds: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const others = fitSite(
      mails.filter((_, i) => i % folds !== fold),
      ground,
      point,
    );
    mails.forEach((mail, i) => {
      if (i % folds === fold) odds[i] = logWith(others, mail.features, ground) - point;
    });
  }
  const shipped = mails.map(({ features }) => ground.weigh(features).log - point);
  const figures: SiteFigures = {
    approved: mails.filter(({ positive }) => positive).length,
    dismissed: mails.filter(({ positive }) => !positive).length,
    shipped: resultOf(mails, shipped),
    site: resultOf(mails, odds),
  };
  return { fit: fitSite(mails, ground, point), figures, unused: unusedBy(mails.length, figures) };
}

function unusedBy(decisions: number, { shipped, site }: SiteFigures): Unused | null {
  if (decisions === 0) return 'nothing';
  return site.loss <= shipped.loss ? null : 'worse';
}

function resultOf(mails: readonly TaughtMail[], odds: readonly number[]): HeldOutResult {
  const sum = mails.reduce((total, { positive }, i) => total + lossOf(odds[i]!, positive), 0);
  return {
    loss: mails.length === 0 ? 0 : sum / mails.length,
    missed: mails.filter(({ positive }, i) => positive && odds[i]! < 0).length,
    alarms: mails.filter(({ positive }, i) => !positive && odds[i]! >= 0).length,
  };
}

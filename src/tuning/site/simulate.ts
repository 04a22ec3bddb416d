import { createHash } from 'node:crypto';
import {
  type ClassifierModel,
  classifierOver,
  flattenModel,
  flattenSite,
  groundOver,
  isFlagged,
  isSurfaced,
  toLines,
} from '../../detect/index.ts';
import { noHistory, ownSentences, type Rules, readMail, screen } from '../../screening/index.ts';
import { mailOf } from '../eval.ts';
import type { Judged } from '../evaluation.ts';
import { learnSite } from './learn.ts';

/** What a mailbox shows before and after people decided: on mails that were not learned from. */
export interface SiteSimulation {
  readonly decisions: number; // learned from, on average of the parts
  readonly dismissed: number; // among them
  readonly unused: number; // parts of which what was learned was not used
  readonly before: Outcomes;
  readonly after: Outcomes;
}

export interface Outcomes {
  readonly good: number;
  readonly wronglyFlagged: number;
  readonly wronglySurfaced: number;
  readonly harassment: number;
  readonly found: number; // flagged
  readonly surfaced: number;
}

const PARTS = 3;
const MOST_DECISIONS = 100;

/**
 * Plays a mailbox: of two thirds of its mails those that surface are decided as they are labelled, a hundred at most; the rest is
 * judged with what was learned of these. Each third in turn, so that every mail is judged once by decisions on others.
 *
 * @param judged by the classifier of `model`, which never saw them
 */
export async function simulateSite(
  judged: readonly Judged[],
  model: ClassifierModel,
  rules: Rules,
): Promise<SiteSimulation> {
  const flat = flattenModel(model);
  const ground = groundOver(flat);
  const { flag } = rules.dictionary.scoring.classifier;
  const point = Math.log(flag / (1 - flag));
  const drawn = judged.toSorted((a, b) => (drawOf(a) < drawOf(b) ? -1 : 1));
  const after: Judged[] = [];
  const counts = { decisions: 0, dismissed: 0, unused: 0 };
  for (let part = 0; part < PARTS; part++) {
    const decided = drawn
      .filter(({ assessment }, i) => i % PARTS !== part && isSurfaced(assessment.band) && hasOpinion(assessment))
      .slice(0, MOST_DECISIONS);
    const taught = [];
    for (const { row } of decided) {
      const lines = toLines(ownSentences(await readMail(mailOf(row))).own, rules.tokenize);
      taught.push({ features: ground.shown(lines), positive: row.label === 'harassment' });
    }
    const { fit, unused } = learnSite(taught, ground, point);
    counts.decisions += taught.length / PARTS;
    counts.dismissed += taught.filter(({ positive }) => !positive).length / PARTS;
    counts.unused += unused === null ? 0 : 1;
    const classifier = classifierOver(flat, unused === null ? flattenSite({ version: 'simulated', ...fit }) : null);
    for (const [i, { row }] of drawn.entries()) {
      if (i % PARTS !== part) continue;
      const { assessment } = await screen(mailOf(row), { ...rules, classifier }, noHistory);
      after.push({ row, assessment });
    }
  }
  return { ...counts, before: outcomesOf(judged), after: outcomesOf(after) };
}

/** The same order on every run, that has nothing to do with the order in which mails were written. */
const drawOf = ({ row }: Judged): string => createHash('sha256').update(row.id).digest('hex');

const hasOpinion = ({ classifier }: Judged['assessment']): boolean => classifier !== null && !classifier.abstained;

function outcomesOf(mails: readonly Judged[]): Outcomes {
  const count = (label: 'harassment' | 'ok', is: (mail: Judged) => boolean): number =>
    mails.filter((mail) => mail.row.label === label && is(mail)).length;
  const flagged = ({ assessment }: Judged) => isFlagged(assessment.band);
  const surfaced = ({ assessment }: Judged) => isSurfaced(assessment.band);
  return {
    good: count('ok', () => true),
    wronglyFlagged: count('ok', flagged),
    wronglySurfaced: count('ok', surfaced),
    harassment: count('harassment', () => true),
    found: count('harassment', flagged),
    surfaced: count('harassment', surfaced),
  };
}

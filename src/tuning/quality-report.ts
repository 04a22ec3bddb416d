import { ACTS } from '../detect/index.ts';
import type { FileQuality } from './file-quality.ts';
import { wilson } from './intervals.ts';
import type { Figures } from './metrics.ts';

/** The report as Markdown: figures and ids, never a word of a mail. */
export function qualityReport(
  results: readonly FileQuality[],
  numbers: { readonly dictionary: string; readonly entries: number; readonly examples: number },
): string {
  const { dictionary, entries, examples } = numbers;
  return `# Quality

Written by \`npm run quality\`. Dictionary ${dictionary}: ${entries} rules, ${examples} examples of their own.

- \`train-*\` are the mails the dictionaries and the classifier were developed on; each is judged by a
  classifier that never saw the file, but by dictionaries that may have. \`dev\`, \`threads\` and \`ordinary\` were used for figures only.
- *flagged*: 要確認 or 至急. *surfaced*: 微妙 or above. Intervals are 95 % (Wilson).
- Baselines in the same run: a list of fifty bad words; the n-gram regression alone, at probability one half.

## All together

${table(
  [
    'file',
    'mails',
    'flagged recall',
    'flagged precision',
    'good mail flagged',
    'surfaced recall',
    'good mail surfaced',
  ],
  results.map(({ name, whole: { mails, flagged, surfaced } }) => [
    name,
    String(mails),
    recall(flagged),
    precision(flagged),
    falseAlarms(flagged),
    recall(surfaced),
    falseAlarms(surfaced),
  ]),
)}

## Dictionaries alone, and the baselines

${table(
  [
    'file',
    'dictionaries: recall',
    'precision',
    'surfaced recall',
    'word list: recall',
    'precision',
    'n-gram regression: recall',
    'precision',
    'good mail flagged',
  ],
  results.map(({ name, dictionaries, wordList, regression }) => [
    name,
    recall(dictionaries.flagged),
    precision(dictionaries.flagged),
    recall(dictionaries.surfaced),
    recall(wordList),
    precision(wordList),
    recall(regression),
    precision(regression),
    falseAlarms(regression),
  ]),
)}

## By severity (flagged / surfaced recall)

${table(
  ['file', 'severity 3', 'severity 2', 'severity 1', 'hard negatives flagged'],
  results.map(({ name, whole: { by_severity: by, hard_negatives: hard } }) => [
    name,
    ...(['3', '2', '1'] as const).map(
      (severity) =>
        `${percent(by[severity].flagged.recall)} / ${percent(by[severity].surfaced.recall)} (${by[severity].mails})`,
    ),
    `${hard.flagged.fp} of ${hard.mails}`,
  ]),
)}

## By act (flagged / surfaced recall, all mails that carry the act)

${table(
  ['act', ...results.map(({ name }) => name)],
  ACTS.map((act) => [
    act,
    ...results.map(({ whole: { by_act: by } }) =>
      by[act].mails === 0
        ? '–'
        : `${percent(by[act].flagged.recall)} / ${percent(by[act].surfaced.recall)} (${by[act].mails})`,
    ),
  ]),
)}

## Minimal pairs: the harassing mail scores above its twin

${table(
  ['file', 'pairs', 'right'],
  results.flatMap(({ name, pairs }) => (pairs ? [[name, String(pairs.all), ratio(pairs.right, pairs.all)]] : [])),
)}

## Threads

${table(
  ['file', 'escalating surfaced', 'escalating flagged', 'normal flagged'],
  results.flatMap(({ name, whole: { threads } }) => {
    const bad = threads.filter(({ expected }) => expected === 'harassment');
    const good = threads.filter(({ expected }) => expected === 'ok');
    if (bad.length + good.length === 0) return [];
    const count = (list: typeof threads, key: 'flagged' | 'surfaced') =>
      `${list.filter((thread) => thread[key]).length} of ${list.length}`;
    return [[name, count(bad, 'surfaced'), count(bad, 'flagged'), count(good, 'flagged')]];
  }),
)}
`;
}

const percent = (value: number | null): string => (value === null ? '–' : `${Math.round(value * 100)} %`);

function ratio(part: number, whole: number): string {
  const range = wilson(part, whole);
  return range === null ? '–' : `${(part / whole).toFixed(3)} [${range.low.toFixed(2)}–${range.high.toFixed(2)}]`;
}

const recall = ({ tp, fn }: Figures): string => ratio(tp, tp + fn);
const precision = ({ tp, fp }: Figures): string => ratio(tp, tp + fp);
const falseAlarms = ({ fp, tn }: Figures): string => `${fp} of ${fp + tn}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

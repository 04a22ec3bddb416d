import { ACTS } from '../detect/index.ts';
import { type FileQuality, languageOf } from './file-quality.ts';
import { foreignReport } from './foreign-report.ts';
import type { Figures } from './metrics.ts';
import { together } from './pooled.ts';
import { falseAlarms, found, precision, ratio, recall, table } from './quality-words.ts';
import { rankingOf, SHARES } from './ranking.ts';

/** The report as Markdown: figures and ids, never a word of a mail. */
export function qualityReport(
  all: readonly FileQuality[],
  numbers: { readonly dictionary: string; readonly entries: number; readonly examples: number },
): string {
  const { dictionary, entries, examples } = numbers;
  const results = all.filter((one) => languageOf(one) === 'ja');
  const groups = GROUPS.map(({ label, holds }) => ({ label, files: results.filter(holds) })).filter(
    ({ files }) => files.length > 0,
  );
  return `# Quality

Written by \`npm run quality\`. Dictionary ${dictionary}: ${entries} rules, ${examples} examples of their own.

- \`train-*\` are the mails the dictionaries and the classifier were developed on; each is judged by a
  classifier that never saw the file, but by dictionaries that may have. \`dev\`, \`threads\` and \`ordinary\` were used for figures only.
- *flagged*: 要確認 or 至急. *surfaced*: 微妙 or above. Intervals are 95 % (Wilson).
- Baseline in the same run: a list of fifty bad words.

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

## By rank

Whatever the thresholds: recall at equal shares of good mail, pooled over groups of files. Steps of the judgement are compared by these.

${table(
  [
    'group',
    'ranked by',
    'harassing',
    'good',
    'AUC',
    'at 1 %',
    'at 2 %',
    'at 4 %',
    'flagged',
    'good flagged',
    'surfaced',
    'good surfaced',
  ],
  groups.flatMap(({ label, files }) => rankRows(label, files)),
)}

## What kind of mail

Recall, flagged / surfaced, of how many; dictionaries and the word list flag alone. Of a minimal pair the harassing mail scores above its twin.

${table(
  [
    'group',
    ...['severity 3', 'severity 2', 'severity 1', 'hard negatives flagged', 'pairs in order'],
    ...['dictionaries: recall', 'precision', 'word list: recall', 'precision'],
  ],
  groups.map(({ label, files }) => {
    const sum = (of: (one: FileQuality) => number) => files.reduce((all, one) => all + of(one), 0);
    const dictionaries = together(files.map((one) => one.dictionaries.flagged));
    const wordList = together(files.map((one) => one.wordList));
    return [
      label,
      ...(['3', '2', '1'] as const).map((severity) => found(files.map(({ whole }) => whole.by_severity[severity]))),
      `${sum(({ whole }) => whole.hard_negatives.flagged.fp)} of ${sum(({ whole }) => whole.hard_negatives.mails)}`,
      ratio(
        sum(({ pairs }) => pairs?.right ?? 0),
        sum(({ pairs }) => pairs?.all ?? 0),
      ),
      ...[recall(dictionaries), precision(dictionaries), recall(wordList), precision(wordList)],
    ];
  }),
)}

## By act

Recall as above, of all mails that carry the act.

${table(
  ['act', ...groups.map(({ label }) => label)],
  ACTS.map((act) => [act, ...groups.map(({ files }) => found(files.map(({ whole }) => whole.by_act[act])))]),
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
${foreignReport(all.filter((one) => languageOf(one) !== 'ja'))}`;
}

/** Pens of like kinds; what each is about stands in the table of the corpus. */
const GROUPS: readonly { readonly label: string; readonly holds: (one: FileQuality) => boolean }[] = [
  { label: 'all pens', holds: ({ training }) => training },
  { label: 'pens 1 to 31 and the first nine', holds: ({ name, training }) => training && voiceOf(name) < 32 },
  { label: 'pens 32 to 48', holds: ({ name }) => voiceOf(name) >= 32 && voiceOf(name) < 49 },
  { label: 'pens 49 to 58: honest mails with grave words', holds: ({ name }) => voiceOf(name) >= 49 },
  { label: '`dev` and `threads`', holds: ({ name }) => name === 'dev' || name === 'threads' },
  { label: '`ordinary`', holds: ({ name }) => name === 'ordinary' },
];

const voiceOf = (name: string): number => Number(/^train-voices(\d+)$/.exec(name)?.[1] ?? 0);

function rankRows(label: string, files: readonly FileQuality[]): string[][] {
  const sum = (of: (one: FileQuality) => number) => files.reduce((all, one) => all + of(one), 0);
  const share = (part: (one: Figures) => number, whole: (one: Figures) => number, kind: 'flagged' | 'surfaced') =>
    `${((100 * sum(({ whole: { [kind]: one } }) => part(one))) / sum(({ whole: { [kind]: one } }) => whole(one))).toFixed(1)} %`;
  return (['byProbability', 'byBand'] as const).flatMap((by) => {
    const ranking = rankingOf(files.flatMap((one) => one[by]));
    if (ranking === null) return [];
    return [
      [
        label,
        by === 'byProbability' ? 'probability' : 'band, then probability',
        String(sum(({ whole: { flagged } }) => flagged.tp + flagged.fn)),
        String(sum(({ whole: { flagged } }) => flagged.fp + flagged.tn)),
        ranking.auc.toFixed(4),
        ...SHARES.map((at) => ranking.recall_at[at].toFixed(3)),
        ...(['flagged', 'surfaced'] as const).flatMap((kind) => [
          share(
            ({ tp }) => tp,
            ({ tp, fn }) => tp + fn,
            kind,
          ),
          share(
            ({ fp }) => fp,
            ({ fp, tn }) => fp + tn,
            kind,
          ),
        ]),
      ],
    ];
  });
}

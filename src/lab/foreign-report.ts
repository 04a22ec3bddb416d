import { JUDGED_LANGUAGES } from '../detect/index.ts';
import { type FileQuality, languageOf } from './file-quality.ts';
import { pooled } from './pooled.ts';
import { falseAlarms, found, precision, recall, table } from './quality-words.ts';
import { SHARES } from './ranking.ts';

/** The languages beside Japanese; nothing where none was measured. */
export function foreignReport(results: readonly FileQuality[]): string {
  if (results.length === 0) return '';
  const languages = JUDGED_LANGUAGES.flatMap((language) => {
    const files = results.filter((one) => languageOf(one) === language);
    return files.length === 0 ? [] : [{ name: `**${language}**`, files }];
  });
  const rows = [...languages, ...results.map((one) => ({ name: one.name, files: [one] }))];
  return `
## Other languages than Japanese

Each pen by a judge that never saw it, trained on the others of its language and on the functional texts of *develop*.

${table(
  [
    'files',
    'mails',
    'flagged recall',
    'flagged precision',
    'good mail flagged',
    'surfaced recall',
    'good mail surfaced',
    'AUC',
    'recall at 1 % of good mail',
    '2 %',
    '4 %',
  ],
  rows.map(({ name, files }) => {
    const { flagged, surfaced, ranking } = pooled(files);
    return [
      name,
      String(flagged.tp + flagged.fp + flagged.fn + flagged.tn),
      recall(flagged),
      precision(flagged),
      falseAlarms(flagged),
      recall(surfaced),
      falseAlarms(surfaced),
      ranking?.auc.toFixed(4) ?? '–',
      ...SHARES.map((share) => ranking?.recall_at[share].toFixed(3) ?? '–'),
    ];
  }),
)}

By severity (flagged / surfaced recall) and what dictionaries alone flag:

${table(
  ['files', 'severity 3', 'severity 2', 'severity 1', 'hard negatives flagged', 'dictionaries: recall', 'precision'],
  results.map(({ name, whole: { by_severity: by, hard_negatives: hard }, dictionaries }) => [
    name,
    ...(['3', '2', '1'] as const).map((severity) => found([by[severity]])),
    `${hard.flagged.fp} of ${hard.mails}`,
    recall(dictionaries.flagged),
    precision(dictionaries.flagged),
  ]),
)}
`;
}

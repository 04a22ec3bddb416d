import type { Evaluation, Recall } from '../../../lab/index.ts';
import type { Io } from '../io.ts';
import { say, word } from '../messages.ts';
import { type Column, table } from '../terminal/table.ts';

const number = (title: string): Column => ({ title, align: 'right' });
const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)}%`);

/** An evaluation for people: figures first, then where recall is low, then the mails judged wrongly, by id only. */
export function evaluationText(result: Evaluation, io: Io): string {
  const { flagged, surfaced } = result;
  const figures = table(
    [
      { title: say(`${result.mails}通`, `${result.mails} mails`) },
      ...[
        'tp',
        'fp',
        'fn',
        'tn',
        say('適合率', 'precision'),
        say('再現率', 'recall'),
        say('誤検知率', 'fpr'),
        'f1',
      ].map(number),
    ],
    [
      { name: say('要確認以上', 'flagged'), of: flagged },
      { name: say('微妙以上', 'surfaced'), of: surfaced },
    ].map(({ name, of }) => [
      name,
      ...[of.tp, of.fp, of.fn, of.tn].map(String),
      ...[of.precision, of.recall, of.fpr, of.f1].map(percent),
    ]),
    io,
  );
  const groups: [string, Recall][] = [
    ...Object.entries(result.by_severity).map(([level, of]): [string, Recall] => [
      `${say('重さ', 'severity')} ${level}`,
      of,
    ]),
    ...Object.entries(result.by_act),
  ];
  const recalls = table(
    [
      { title: say('内訳', 'Group') },
      number(say('通数', 'mails')),
      number(say('要確認以上の再現率', 'flagged recall')),
      number(say('微妙以上の再現率', 'surfaced recall')),
    ],
    groups
      .filter(([, { mails }]) => mails > 0)
      .map(([name, of]) => [name, String(of.mails), percent(of.flagged.recall), percent(of.surfaced.recall)]),
    io,
  );
  const hard = result.hard_negatives;
  const negatives = say(
    `紛らわしい正常メール${hard.mails}通のうち要確認${hard.flagged.fp}通、微妙以上${hard.surfaced.fp}通`,
    `of ${hard.mails} hard negatives ${hard.flagged.fp} flagged, ${hard.surfaced.fp} surfaced`,
  );
  const threads = result.threads.map(
    ({ thread, expected, band, probability }) =>
      `  ${thread}  ${expected ?? '–'}  ${word(band)}  ${percent(probability)}\n`,
  );
  const wrong = result.wrong.map(
    ({ id, expected, band, probability, acts }) =>
      `  ${id}  ${expected}  ${word(band)}  ${percent(probability)}  ${acts.map(({ act }) => act).join(' ')}\n`,
  );
  const { ranking } = result;
  const ranks =
    ranking === null
      ? []
      : [
          say(
            `順位だけで見ると（AUC ${ranking.auc.toFixed(3)}）：正常メールの1 %、2 %、4 %を許すとき、再現率 ${(['0.01', '0.02', '0.04'] as const).map((share) => percent(ranking.recall_at[share])).join('、')}\n`,
            `by rank alone (AUC ${ranking.auc.toFixed(3)}): recall at 1, 2 and 4 % of good mail ${(['0.01', '0.02', '0.04'] as const).map((share) => percent(ranking.recall_at[share])).join(', ')}\n`,
          ),
        ];
  return [
    figures,
    ...ranks,
    recalls,
    `${negatives}\n`,
    ...(threads.length > 0 ? [`${say('スレッド', 'threads')}:\n`, ...threads] : []),
    ...(wrong.length > 0 ? [`${say('判定が異なるメール', 'judged otherwise')}:\n`, ...wrong] : []),
  ].join('');
}

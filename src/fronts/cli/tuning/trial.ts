import type { Command } from 'commander';
import type { Level, TrialFigures } from '../../../tuning/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { say, word } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { jsonLine } from '../terminal/terminal.ts';
import { spanJson } from './past-json.ts';
import {
  checkSource,
  type PastOptions,
  readWithProgress,
  spanOf,
  versionsFor,
  withPastOptions,
} from './past-options.ts';

interface Options extends PastOptions {
  readonly budget?: string;
}

export function addTrial(program: Command, { io, load, action }: Context): void {
  withPastOptions(
    program
      .command('trial')
      .description(
        say(
          '始める前に：今の受信箱なら1週間に何件の案件になるか（IMAP を読むだけで、何も残さない）',
          'before going live: how many cases a week this mailbox would bring (reads IMAP, keeps nothing)',
        ),
      )
      .option(
        '--budget <n>',
        say('1週間に見られる案件の数。合うしきい値を示す', 'cases a week that can be handled: proposes thresholds'),
      ),
  ).action(
    action(async ({ budget, source, json, days }: Options) => {
      const loaded = load();
      const span = spanOf({ days }, new Date());
      const wanted = budget === undefined ? null : budgetOf(budget);
      await checkSource(loaded, source);
      const { packed } = await versionsFor({ io, load }, null);
      const [
        { trialFigures, levelFor, thresholdsMatter, linesOf, thresholdsOf, folderOf },
        { rulesOver },
        { thresholdsFor },
      ] = await Promise.all([
        import('../../../tuning/index.ts'),
        import('../../../screening/index.ts'),
        import('../../../detect/index.ts'),
      ]);
      const { dictionary } = rulesOver(packed[0]!);
      const rows = await readWithProgress(loaded, { span, source, versions: packed }, { io });
      const figures = trialFigures(rows, span, thresholdsFor(dictionary.scoring, source ?? null));
      const proposal = wanted === null ? null : levelFor(figures, wanted);
      if (json)
        io.out.write(
          `${jsonLine({ ...spanJson(span), dictionary: dictionary.version, ...figures, budget: wanted, proposal })}\n`,
        );
      else {
        const mailbox = source ?? null;
        const text = proposal && linesOf(proposal.thresholds, mailbox);
        const written = text && folderOf([{ ...thresholdsOf(mailbox), text }])[0]!.text;
        io.out.write(trialText(figures, { budget: wanted, proposal, written, moved: thresholdsMatter(figures) }, io));
      }
      return 0;
    }),
  );
}

function budgetOf(text: string): number {
  const budget = /^\d{1,5}(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(budget))
    throw new CommandError(
      say(
        '--budget は1週間の案件の数（0から99999）にしてください',
        '--budget: give a number of cases a week, 0 to 99999',
      ),
      2,
    );
  return budget;
}

const number = (title: string) => ({ title, align: 'right' as const });
const rate = (of: Level['cases']): string =>
  of === null ? '–' : `${of.perWeek.toFixed(1)} (${of.low.toFixed(1)}–${of.high.toFixed(1)})`;

interface Asked {
  readonly budget: number | null;
  readonly proposal: Level | null;
  readonly written: string | null; // the proposal as `scoring.yaml` has it
  readonly moved: boolean; // thresholds change the number of cases
}

function trialText(figures: TrialFigures, { budget, proposal, written, moved }: Asked, io: Io): string {
  const { mails, duplicates, unreadable, weeks, held, noisiest, byClassifier, levels } = figures;
  const now = levels.find(({ factor }) => factor === 1)!;
  const levelRow = ({ factor, thresholds: { grey, review }, cases, byBand }: Level) => [
    `×${factor}`,
    `${grey} / ${review}`,
    rate(cases),
    rate(byBand.urgent),
    rate(byBand.review),
    rate(byBand.grey),
  ];
  const columns = [
    number(''),
    { title: say('しきい値', 'thresholds') },
    number(say('案件／週', 'cases a week')),
    number(word('urgent')),
    number(word('review')),
    number(word('grey')),
  ];
  return [
    say(
      `${mails}通（${weeks}週）を判定しました。二重の配達 ${duplicates}通、読めないもの ${unreadable}通\n`,
      `${mails} mails of ${weeks} weeks were judged; ${duplicates} second deliveries, ${unreadable} unreadable\n`,
    ),
    table(columns, levels.map(levelRow), io),
    say(
      `いまのしきい値では1週間におよそ ${rate(now.cases)}件。項目が求めるものは、しきい値をどう変えても案件になります（${rate(held)}件）\n`,
      `With the thresholds in force about ${rate(now.cases)} cases a week; what entries ask for stays a case whatever the thresholds (${rate(held)})\n`,
    ),
    table(
      [
        { title: say('多く反応した項目', 'noisiest entries') },
        number(say('通数', 'mails')),
        number(say('それだけ', 'alone')),
      ],
      [
        ...noisiest.map(({ entry, mails: n, alone }) => [entry, String(n), String(alone)]),
        [say('（項目なし、文の調子だけ）', '(no entry, how it is written alone)'), String(byClassifier), ''],
      ],
      io,
    ),
    ...(budget === null ? [] : [moved ? proposalText(budget, proposal, written) : unmoved()]),
  ].join('');
}

const unmoved = (): string =>
  say(
    'どのしきい値でも件数が同じなので、提案はありません\n',
    'All thresholds bring the same number of cases, so nothing is proposed\n',
  );

function proposalText(budget: number, proposal: Level | null, written: string | null): string {
  if (proposal === null || written === null)
    return say(
      `1週間に${budget}件までにできるしきい値はありません。項目が求めるものは残るためです\n`,
      `No thresholds bring it down to ${budget} cases a week: what entries ask for stays\n`,
    );
  return (
    say(
      `1週間に${budget}件までなら（見込み ${rate(proposal.cases)}件）、scoring.yaml を次のようにして dict import で取り込みます:\n`,
      `For ${budget} cases a week (expected ${rate(proposal.cases)}), write this into scoring.yaml and take it with dict import:\n`,
    ) + written
  );
}

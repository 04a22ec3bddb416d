import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { JudgedRow } from '../../../cases/index.ts';
import type { BacktestFigures } from '../../../tuning/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';
import { backtestCases } from './backtest-cases.ts';
import { backtestCorpus } from './backtest-corpus.ts';
import { spanJson, verdictJson } from './past-json.ts';
import {
  checkSource,
  type PastOptions,
  readWithProgress,
  spanOf,
  versionsFor,
  withPastOptions,
} from './past-options.ts';
import { changeText, countsOf, entriesText, more, turnoverColumns } from './turnover-text.ts';

interface Options extends PastOptions {
  readonly dictionaries?: string;
  readonly cases?: true;
  readonly before?: string;
  readonly corpus?: string[];
}

const MOST_LISTED = 50; // mails at the terminal; --json has all

export function addBacktest(program: Command, context: Context): void {
  const { io, load, action } = context;
  withPastOptions(
    program
      .command('backtest')
      .description(
        say(
          '別の版の辞書なら過去のメールで何が変わったか（IMAP を読むだけで、何も残さない）',
          'what another version of the dictionaries would have changed in the past (reads IMAP, keeps nothing)',
        ),
      )
      .option('--dictionaries <folder>', say('比べる辞書のフォルダー', 'the folder of dictionaries to compare'))
      .option(
        '--cases',
        say(
          '受信箱ではなく、判断済みの案件のメールで比べる（件数だけが7日残る）',
          'compare on the mails of decided cases instead (counts stay for 7 days)',
        ),
      )
      .option(
        '--before <change>',
        say(
          '--cases で：フォルダーの代わりに、この変更より前の辞書',
          'with --cases: before this change, in place of a folder',
        ),
      )
      .option(
        '--corpus <file...>',
        say('受信箱ではなく、ラベル付きメール（JSON Lines）で比べる', 'compare on labelled mails (JSON Lines) instead'),
      ),
  ).action(
    action(async ({ dictionaries, cases, before: change, corpus, source, json, days }: Options) => {
      const wrong = cases === true ? corpus !== undefined || source !== undefined : change !== undefined;
      if (wrong || (corpus !== undefined && source !== undefined))
        throw new CommandError(
          say(
            '--cases、--corpus、--source は一緒に使えません。--before は --cases と使います',
            '--cases, --corpus and --source exclude each other; --before goes with --cases',
          ),
          2,
        );
      if (dictionaries === undefined && change === undefined)
        throw new CommandError(say('--dictionaries が必要です', '--dictionaries is needed'), 2);
      if (cases === true) return backtestCases(context, { dictionaries, change, days, json });
      if (corpus !== undefined) return backtestCorpus(context, { dictionaries: dictionaries!, corpus, json });
      const loaded = load();
      const span = spanOf({ days }, new Date());
      await checkSource(loaded, source);
      const { packed } = await versionsFor(context, resolve(io.cwd, dictionaries!));
      const [{ isJudged }, { backtestFigures, differs }, { rulesOver }] = await Promise.all([
        import('../../../cases/index.ts'),
        import('../../../tuning/index.ts'),
        import('../../../screening/index.ts'),
      ]);
      const [before, after] = packed.map((one) => rulesOver(one).dictionary.version) as [string, string];
      const rows = await readWithProgress(loaded, { span, source, versions: packed }, { io });
      const figures = backtestFigures(rows, span);
      const changed = rows.filter(isJudged).filter(differs);
      if (json)
        io.out.write(
          `${jsonLine({ ...spanJson(span), versions: { before, after }, ...figures, changed: changed.map(mailJson) })}\n`,
        );
      else io.out.write(backtestText(figures, changed, { before, after }, io));
      return 0;
    }),
  );
}

/** Where a mail lies and how it was judged; nothing that it says. */
const mailJson = ({ source, folder, uidValidity, uid, at, verdicts: [before, after] }: JudgedRow) => ({
  source,
  folder,
  uidValidity: String(uidValidity),
  uid,
  receivedAt: at.toISOString(),
  before: verdictJson(before!),
  after: verdictJson(after!),
});

function backtestText(
  figures: BacktestFigures,
  changed: readonly JudgedRow[],
  { before, after }: { readonly before: string; readonly after: string },
  io: Io,
): string {
  const { mails, duplicates, unreadable, surfaced, flagged, acts, entries, newCases } = figures;
  const week = newCases === null ? 0 : newCases.perWeek;
  return [
    say(
      `${mails}通を判定しました（二重の配達 ${duplicates}通、読めないもの ${unreadable}通）。使用中の版 ${before} → ${after}\n`,
      `${mails} mails were judged (${duplicates} second deliveries, ${unreadable} unreadable). In force ${before} → ${after}\n`,
    ),
    table(
      turnoverColumns(),
      [
        [say('微妙以上', 'surfaced'), ...countsOf(surfaced)],
        [say('要確認以上', 'flagged'), ...countsOf(flagged)],
        ...acts.map((one) => [one.act, ...countsOf(one)]),
      ],
      io,
    ),
    say(`新しい案件は1週間におよそ ${week.toFixed(1)}件\n`, `about ${week.toFixed(1)} new cases a week\n`),
    ...entriesText(entries, io),
    ...changed.slice(0, MOST_LISTED).map(({ source, folder, uid, at, verdicts: [was, is] }) => {
      const where = printable(`${source}/${folder} uid ${uid}`);
      return `  ${at.toISOString().slice(0, 10)}  ${where}  ${changeText(verdictJson(was!), verdictJson(is!))}\n`;
    }),
    ...more(changed.length - MOST_LISTED, '通'),
  ].join('');
}

import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { both } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { jsonLine } from '../terminal/terminal.ts';

export function addPurge(program: Command, context: Context): void {
  const { io, action } = context;
  program
    .command('purge')
    .description(
      both(
        '保存期間を過ぎたものを消す（動いていれば1時間ごとに自動）',
        'delete what was kept long enough (the service does so hourly)',
      ),
    )
    .option('--dry-run', both('消さずに数える', 'count, delete nothing'))
    .option(
      '--really',
      both(
        '時計が最後の記録より2週間以上進んでいても消す',
        'also when the clock is two weeks and more ahead of the newest entry',
      ),
    )
    .option('--json', both('JSON で出力', 'as JSON'))
    .action(
      action(async ({ dryRun, really = false, json }: { dryRun?: true; really?: boolean; json?: true }) => {
        const purged = await withLocalApi(context, (api) =>
          answerOf(dryRun ? api.purge.$get() : api.purge.$post({ json: { really } })),
        );
        if (json) {
          io.out.write(`${jsonLine(purged)}\n`);
          return 0;
        }
        const rows = [
          [both('微妙の案件', 'grey cases'), purged.grey],
          [both('却下した案件', 'dismissed cases'), purged.dismissed],
          [both('認定した案件', 'approved cases'), purged.approved],
          [both('本文のない判定', 'verdicts without text'), purged.verdicts],
        ].map(([what, count]) => [String(what), String(count)]);
        const title = dryRun ? both('消す予定', 'would delete') : both('消した数', 'deleted');
        io.out.write(table([{ title: both('対象', 'what') }, { title, align: 'right' }], rows, io));
        return 0;
      }),
    );
}

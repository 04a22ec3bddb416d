import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { say } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { jsonLine } from '../terminal/terminal.ts';

export function addPurge(program: Command, context: Context): void {
  const { io, action } = context;
  program
    .command('purge')
    .description(
      say(
        '保存期間を過ぎたものを消す（動いていれば1時間ごとに自動）',
        'delete what was kept long enough (the service does so hourly)',
      ),
    )
    .option('--dry-run', say('消さずに数える', 'count, delete nothing'))
    .option(
      '--really',
      say(
        '時計が最後の記録より2週間以上進んでいても消す',
        'also when the clock is two weeks and more ahead of the newest entry',
      ),
    )
    .option('--json', say('JSON で出力', 'as JSON'))
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
          [say('微妙の案件', 'grey cases'), purged.grey],
          [say('却下した案件', 'dismissed cases'), purged.dismissed],
          [say('認定した案件', 'approved cases'), purged.approved],
          [say('本文のない判定', 'verdicts without text'), purged.verdicts],
          [say('読むために残した本文', 'texts kept to be read'), purged.spotChecks],
          [say('その集計の数', 'figures of those'), purged.spotFigures],
          [say('開けないメールの元データ', 'originals of mails that nobody can open'), purged.unopened],
          [say('終わった注視', 'watches that ended'), purged.watches],
          [say('相談用アドレスに届いたメールの記録', 'mails to the consultation address, as noted'), purged.forwarded],
          [say('その差出人', 'who sent those'), purged.forwarders],
          [say('案件のない異議の申し立て', 'objections without a case'), purged.objections],
          [say('案件のない協力の求め', 'requests among employers without a case'), purged.cooperations],
          [say('開示等の請求', 'requests about what is kept'), purged.disclosures],
          [say('試し読み', 'trials'), purged.pastRuns],
          [say('返信の時刻', 'times of answers'), purged.answers],
          [say('負担になる案件を開いた時刻', 'views of painful cases'), purged.views],
        ].map(([what, count]) => [String(what), String(count)]);
        const title = dryRun ? say('消す予定', 'would delete') : say('消した数', 'deleted');
        io.out.write(table([{ title: say('対象', 'what') }, { title, align: 'right' }], rows, io));
        return 0;
      }),
    );
}

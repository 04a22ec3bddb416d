import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { does } from '../local/does.ts';
import { answerOf, reachLocalApi, withLocalApi } from '../local/local-api.ts';
import { say } from '../messages.ts';
import { linesOption, printList } from '../terminal/list.ts';

export function addMails(program: Command, context: Context): void {
  const { io, action } = context;
  const mails = program.command('mails').description(say('判定できなかったメール', 'mails that could not be assessed'));

  mails
    .command('failed')
    .description(say('一覧', 'list them'))
    .addOption(linesOption('1通1行のJSON', 'a line of JSON per mail'))
    .action(
      action(async ({ json }: { json?: true }) => {
        const query = { limit: '1000' };
        const found = await withLocalApi(context, (api) => answerOf(api['failed-mails'].$get({ query })));
        return printList(io, json, found, [
          [say('番号', 'mail'), ({ mailId }) => mailId],
          [say('受信元', 'source'), ({ source }) => source],
          [say('理由', 'why'), ({ code }) => code],
          [say('回数', 'times'), ({ attempts }) => String(attempts)],
          [say('状態', 'state'), ({ state }) => state],
        ]);
      }),
    );

  mails
    .command('retry [mail]')
    .description(say('もう一度判定する', 'have them screened again'))
    .option('--all', say('すべて', 'all of them'))
    .action(
      action(async (mail: string | undefined, { all }: { all?: true }) => {
        if ((mail === undefined) !== (all === true))
          throw new CommandError(say('番号か --all を指定してください', 'name a mail, or --all'), 2);
        const { retried } = await reachLocalApi(context, (reached) =>
          does(reached, 'retryMails', mail === undefined ? {} : { mail }),
        );
        if (mail !== undefined && retried === 0)
          throw new CommandError(
            say(
              `${mail} は再判定できません（mails failed で状態を確認）`,
              `${mail} cannot be screened again; see mails failed`,
            ),
            1,
          );
        io.out.write(`${say(`${retried} 通を判定待ちに戻しました`, `${retried} to be screened again`)}\n`);
        return 0;
      }),
    );
}

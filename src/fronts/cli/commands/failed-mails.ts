import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { say } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';

export function addMails(program: Command, context: Context): void {
  const { io, action } = context;
  const mails = program.command('mails').description(say('判定できなかったメール', 'mails that could not be assessed'));

  mails
    .command('failed')
    .description(say('一覧', 'list them'))
    .addOption(new Option('--json', say('1通1行のJSON', 'a line of JSON per mail')))
    .action(
      action(async ({ json }: { json?: true }) => {
        const found = await withLocalApi(context, (api) =>
          answerOf(api['failed-mails'].$get({ query: { limit: '1000' } })),
        );
        if (json) {
          for (const one of found) io.out.write(`${jsonLine(one)}\n`);
          return 0;
        }
        const rows = found.map(({ mailId, source, code, attempts, state }) =>
          [mailId, source, code, String(attempts), state].map(printable),
        );
        const titles = [
          say('番号', 'mail'),
          say('受信元', 'source'),
          say('理由', 'why'),
          say('回数', 'times'),
          say('状態', 'state'),
        ];
        io.out.write(
          table(
            titles.map((title) => ({ title })),
            rows,
            io,
          ),
        );
        return 0;
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
        const { retried } = await withLocalApi(context, (api) =>
          answerOf(api['failed-mails'].retry.$post({ json: mail === undefined ? {} : { mail } })),
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

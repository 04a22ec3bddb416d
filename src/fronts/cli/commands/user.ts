import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { say } from '../messages.ts';

interface NewUser {
  readonly name: string;
  readonly role: readonly string[];
}

export function addUser(program: Command, context: Context): void {
  const user = program.command('user').description(say('利用者', 'people who use the review app'));
  user
    .command('add <email>')
    .description(
      say('利用者を招待し、1回限りのリンクを表示（24時間有効）', 'invite a person; prints a one-time link (24 h)'),
    )
    .requiredOption('--name <name>', say('氏名', 'name'))
    .requiredOption('--role <role...>', say('役割（複数可、例 reviewer）', 'roles, one or more, like reviewer'))
    .action(
      context.action(async (email: string, { name, role }: NewUser) => {
        const { ROLES, isRole } = await import('../../../cases/index.ts');
        const unknown = role.find((one) => !isRole(one));
        if (unknown !== undefined)
          throw new CommandError(say(`役割は ${ROLES.join('、')} です`, `roles are ${ROLES.join(', ')}`), 2);
        const json = { email, name, roles: role.filter(isRole) };
        await withLocalApi(context, async (api) =>
          printLink(context.io, (await answerOf(api.users.$post({ json }))).link),
        );
        return 0;
      }),
    );
  user
    .command('reset <email>')
    .description(
      say('新しいパスワードのための1回限りのリンク（24時間有効）', 'one-time link to set a new password (24 h)'),
    )
    .action(
      context.action(async (email: string) => {
        await withLocalApi(context, async (api) =>
          printLink(context.io, (await answerOf(api.users.reset.$post({ json: { email } }))).link),
        );
        return 0;
      }),
    );
}

const printLink = ({ out, err }: Io, link: string): void => {
  err.write(
    `${say('本人だけに渡してください。24時間、1回限り有効です', 'For this person only; works once within 24 hours')}:\n`,
  );
  out.write(`${link}\n`);
};

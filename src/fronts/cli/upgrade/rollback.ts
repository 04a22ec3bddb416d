import type { Command } from 'commander';
import { headAside, setHeadAside } from '../commands/audit-head.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { installed } from '../local/installed.ts';
import { say } from '../messages.ts';

/** Back to the store of before an upgrade, for whoever installs the earlier version again. The service is stopped. */
export function addRollback(program: Command, { io, load, action }: Context): void {
  program
    .command('rollback')
    .description(
      say(
        '更新の前の保存先に戻す（止めてから。前の版を入れて起動）',
        'back to the store of before an upgrade; stop first',
      ),
    )
    .action(
      action(async () => {
        const { config, secrets } = installed(load(), io);
        if (secrets.store.kind !== 'pglite')
          throw new CommandError(
            say(
              'PostgreSQL の保存先は、更新の前のバックアップから戻してください',
              'a store on PostgreSQL goes back by the backup of before the upgrade',
            ),
          );
        const { goBack } = await import('../../../store/index.ts');
        const { at, aside } = await goBack(secrets.store.path, config.dataPath);
        const head = await setHeadAside(config.dataPath);
        const lines = [
          say(
            `更新の前（${at.toISOString()}）の保存先に戻しました。前の版を入れて起動してください。届いたメールは受信箱から読み直します`,
            `back to the store of ${at.toISOString()}. Install the earlier version and start it; mails since then are read from the mailbox again`,
          ),
          say(
            `新しい版の保存先は ${aside} に14日のあいだ残します`,
            `the store of the newer version is kept in ${aside} for 14 days`,
          ),
          ...(head === null ? [] : [headAside(head.aside)]),
        ];
        io.out.write(`${lines.join('\n')}\n`);
        return 0;
      }),
    );
}

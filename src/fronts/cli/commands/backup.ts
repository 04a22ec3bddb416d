import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { withLocalApi } from '../local/local-api.ts';
import { both } from '../messages.ts';

export function addBackup(program: Command, context: Context): void {
  const { io, load, action } = context;
  program
    .command('backup <file>')
    .description(both('保存先と鍵を1つのファイルに（動いたままでよい）', 'store and key into one file, while it runs'))
    .action(
      action(async (name: string) => {
        const file = resolve(io.cwd, name);
        if (existsSync(file))
          throw new CommandError(both(`${name} はすでにあります`, `${name} exists already; choose another name`));
        const { writeBackup } = await import('../../../store/index.ts');
        await withLocalApi(context, async (api) => {
          const response = await api.backup.$get();
          if (!response.ok || response.body === null)
            throw new CommandError(both('バックアップできませんでした', 'the store could not be read'));
          await writeBackup(file, load().config.dataPath, response.body as AsyncIterable<Uint8Array>);
        });
        io.out.write(
          `${both(`${name} に保存しました。メールの内容を含みます`, `written to ${name}; it holds mail text`)}\n`,
        );
        return 0;
      }),
    );
}

export function addRestore(program: Command, { io, load, action }: Context): void {
  program
    .command('restore <file>')
    .description(both('バックアップを空の保存先に戻す', 'read a backup into an empty store'))
    .action(
      action(async (name: string) => {
        const { config, secrets } = load();
        const { openStore, readBackup } = await import('../../../store/index.ts');
        const store = await openStore(secrets.store, config.dataPath);
        try {
          const rows = await readBackup(resolve(io.cwd, name), config.dataPath, store.db);
          io.out.write(`${both(`${rows}行を戻しました`, `restored ${rows} rows`)}\n`);
        } finally {
          await store.close();
        }
        return 0;
      }),
    );
}

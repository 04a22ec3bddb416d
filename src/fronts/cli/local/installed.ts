import { existsSync } from 'node:fs';
import type { LoadedConfig } from '../../../config/index.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';

/**
 * Commands are about an installation, or a sample that was started here: none makes a sample of its own.
 *
 * @returns the same one @throws CommandError where there is neither
 */
export function installed(loaded: LoadedConfig, { cwd }: Pick<Io, 'cwd'>): LoadedConfig {
  const { store } = loaded.secrets;
  if (!loaded.config.sample || store.kind !== 'pglite' || existsSync(store.path)) return loaded;
  throw new CommandError(
    say(
      `${cwd} には komainu.yaml も保存先もありません。設定ファイルを --config か KOMAINU_CONFIG で指定するか（サーバーでのコマンドは komainu）、サンプルなら先に npm start で起動してください`,
      `there is neither a komainu.yaml nor a store in ${cwd}. Name the configuration with --config or KOMAINU_CONFIG (on a server the command is komainu); a sample is started first, by npm start`,
    ),
    2,
  );
}

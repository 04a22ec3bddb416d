import { readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backupPassphrase, ConfigError } from '../../../config/index.ts';
import type { BackupKeys } from '../../../store/index.ts';
import { createLogger } from '../../../util/log.ts';
import type { Context } from '../context.ts';
import { both } from '../messages.ts';
import { PASSPHRASE } from './backup.ts';

export function addRestore(program: Command, { io, load, action }: Context): void {
  program
    .command('restore <file>')
    .description(both('バックアップを空の保存先に戻す', 'read a backup into an empty store'))
    .option(
      '--identity <key>',
      both(
        `age の秘密鍵のファイル。なければ ${PASSPHRASE} の合言葉で`,
        `file with the private key of age; else the passphrase in ${PASSPHRASE}`,
      ),
    )
    .action(
      action(async (name: string, { identity }: { identity?: string }) => {
        const { config, secrets } = load();
        const keys = keysFor(identity === undefined ? null : resolve(io.cwd, identity), io.env);
        const [{ openStore, readBackup }, { openAuditLog, restore }, { loadKeys }] = await Promise.all([
          import('../../../store/index.ts'),
          import('../../../actions/index.ts'),
          import('../../../config/index.ts'),
        ]);
        const store = await openStore(secrets.store, config.dataPath);
        const head = await setHeadAside(config.dataPath);
        try {
          const { rows, at } = await readBackup(resolve(io.cwd, name), config.dataPath, keys, async (lines) => {
            const { audit: key } = await loadKeys(config.dataPath, io.env); // that of the backup is there by now
            const audit = openAuditLog({ db: store.db, key, dataPath: config.dataPath, log: createLogger('error') });
            return restore({ audit, now: () => new Date() }, { kind: 'operator', name: io.osUser }, lines);
          });
          io.out.write(
            `${both(`${at} のバックアップから${rows}行を戻しました`, `restored ${rows} rows of a backup of ${at}`)}\n`,
          );
          if (head !== null)
            io.out.write(
              `${both(
                `監査記録の前の末尾は ${head.aside} にあります。audit verify --head ${head.aside} で、なくなった行が分かります`,
                `the end of the audit log before is in ${head.aside}; audit verify --head ${head.aside} tells which rows are gone`,
              )}\n`,
            );
        } catch (error) {
          await head?.putBack();
          throw error;
        } finally {
          await store.close();
        }
        return 0;
      }),
    );
}

/** What opens an encrypted backup. @throws ConfigError when the file cannot be read, or holds no key. */
function keysFor(identity: string | null, env: NodeJS.ProcessEnv): BackupKeys {
  const passphrase = backupPassphrase(env);
  if (identity === null) return { passphrase, identities: [] };
  let text: string;
  try {
    text = readFileSync(identity, 'utf8');
  } catch (cause) {
    throw new ConfigError(both(`${identity} を読めません。`, `${identity} cannot be read.`), { cause });
  }
  const identities = text.split('\n').flatMap((line) => /^AGE-SECRET-KEY-[A-Z0-9-]+/.exec(line.trim())?.[0] ?? []);
  if (identities.length === 0)
    throw new ConfigError(
      both(`${identity} に age の秘密鍵がありません。`, `${identity} holds no private key of age.`),
    );
  return { passphrase, identities };
}

/** The end of the log that was here is evidence about it, and stands in the way of the one that is restored. */
async function setHeadAside(dataPath: string) {
  const { headPath } = await import('../../../audit/index.ts');
  const path = headPath(dataPath);
  const aside = `${path}.${new Date().toISOString().replace(/[:.]/g, '-')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return { aside, putBack: () => rename(aside, path) };
}

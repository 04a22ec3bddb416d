import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backupPassphrase, ConfigError } from '../../../config/index.ts';
import type { BackupContents, BackupLock } from '../../../store/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { withLocalApi } from '../local/local-api.ts';
import { both } from '../messages.ts';

export const PASSPHRASE = 'KOMAINU_BACKUP_PASSPHRASE';
const SHORTEST = 12; // characters of a passphrase

const OPEN = both(
  '暗号化していません。このファイルを読める人は、上のすべてを読めます（--encrypt）',
  'It is not encrypted: whoever can read the file can read all of this (--encrypt)',
);

export function addBackup(program: Command, context: Context): void {
  const { io, load, action } = context;
  program
    .command('backup <file>')
    .description(both('保存先と鍵を1つのファイルに（動いたままでよい）', 'store and key into one file, while it runs'))
    .option(
      '--encrypt [recipients...]',
      both(
        `age で暗号化。受取人の公開鍵（age1…）か、なければ ${PASSPHRASE} の合言葉で`,
        `with age: for recipients (age1…), else with the passphrase in ${PASSPHRASE}`,
      ),
    )
    .action(
      action(async (name: string, { encrypt }: { encrypt?: true | string[] }) => {
        const file = resolve(io.cwd, name);
        const taken = () =>
          new CommandError(both(`${name} はすでにあります`, `${name} exists already; choose another name`));
        if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw taken();
        const lock = encrypt === undefined ? null : lockOf(encrypt, io.env);
        const { writeBackup } = await import('../../../store/index.ts');
        const contents = await withLocalApi(context, async (api) => {
          const response = await api.backup.$get();
          if (!response.ok || response.body === null)
            throw new CommandError(both('バックアップできませんでした', 'the store could not be read'));
          const dump = response.body as AsyncIterable<Uint8Array>;
          return writeBackup(file, load().config.dataPath, dump, lock).catch((error: NodeJS.ErrnoException) => {
            throw error.code === 'EEXIST' ? taken() : error;
          });
        });
        const lines = [both(`${name} に保存しました`, `written to ${name}`), holdsText(contents)];
        io.out.write(`${[...lines, ...(lock === null ? [OPEN] : [])].join('\n')}\n`);
        return 0;
      }),
    );
}

/** @throws ConfigError */
function lockOf(encrypt: true | readonly string[], env: NodeJS.ProcessEnv): BackupLock {
  if (encrypt !== true) {
    const wrong = encrypt.find((one) => !/^age1[a-z0-9]+$/.test(one));
    if (wrong !== undefined)
      throw new ConfigError(
        both(
          `${wrong} は age の公開鍵ではありません。ファイル名は --encrypt の前に書いてください。`,
          `${wrong} is no public key of age. The file's name goes before --encrypt.`,
        ),
      );
    return { kind: 'recipients', recipients: encrypt };
  }
  const passphrase = backupPassphrase(env) ?? '';
  if (passphrase.length < SHORTEST)
    throw new ConfigError(
      both(
        `${PASSPHRASE} に${SHORTEST}文字以上の合言葉を入れるか、--encrypt に age の公開鍵を書いてください。`,
        `Put a passphrase of ${SHORTEST} characters or more into ${PASSPHRASE}, or give --encrypt a public key of age.`,
      ),
    );
  return { kind: 'passphrase', passphrase };
}

function holdsText({ cases, originals, consultations, people, auditRows }: BackupContents): string {
  const ja = `案件 ${cases}件、メールの原文 ${originals}通、相談 ${consultations}件（非公開のものも）、利用者 ${people}人（パスワードのハッシュ、二段階認証の秘密）、監査記録 ${auditRows}行、秘密鍵。サインイン中の状態と招待は入っていません`;
  const en = `${cases} cases, ${originals} original mails, ${consultations} consultations (confidential ones too), ${people} people (hashes of passwords, second factors), ${auditRows} rows of the audit log, the secret key. Nobody is signed in or invited by it`;
  return both(ja, en);
}

import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backupPassphrase } from '../../../config/index.ts';
import type { BackupContents, BackupKeys, BackupLock } from '../../../store/index.ts';
import { createLogger } from '../../../util/log.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { installed } from '../local/installed.ts';
import { withLocalApi } from '../local/local-api.ts';
import { say } from '../messages.ts';
import { headAside, setHeadAside } from './audit-head.ts';

const PASSPHRASE = 'KOMAINU_BACKUP_PASSPHRASE';
const SHORTEST = 12; // characters of a passphrase

const open = (hasKey: boolean): string =>
  say(
    `暗号化していません。このファイルを読める人は、上のすべてを読めます${hasKey ? '。秘密鍵も入っているため、画面で設定した受信箱や通知先のパスワードも開けます' : ''}（--encrypt）`,
    `It is not encrypted: whoever can read the file can read all of this${hasKey ? ', and open every password of mailboxes and channels set up in the browser, for the key lies beside them' : ''} (--encrypt)`,
  );

export function addBackup(program: Command, context: Context): void {
  const { io, load, action } = context;
  program
    .command('backup <file>')
    .description(say('保存先と鍵を1つのファイルに（動いたままでよい）', 'store and key into one file, while it runs'))
    .option(
      '--encrypt [recipients...]',
      say(
        `age で暗号化。受取人の公開鍵（age1…）か、なければ ${PASSPHRASE} の合言葉で`,
        `with age: for recipients (age1…), else with the passphrase in ${PASSPHRASE}`,
      ),
    )
    .action(
      action(async (name: string, { encrypt }: { encrypt?: true | string[] }) => {
        const file = resolve(io.cwd, name);
        const taken = () =>
          new CommandError(say(`${name} はすでにあります`, `${name} exists already; choose another name`));
        if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw taken();
        const lock = encrypt === undefined ? null : lockOf(encrypt, io.env);
        const { writeBackup } = await import('../../../store/index.ts');
        const { contents, hasKey } = await withLocalApi(context, async (api) => {
          const response = await api.backup.$get();
          if (!response.ok || response.body === null)
            throw new CommandError(say('バックアップできませんでした', 'the store could not be read'));
          const dump = response.body as AsyncIterable<Uint8Array>;
          return writeBackup(file, load().config.dataPath, dump, lock).catch((error: NodeJS.ErrnoException) => {
            throw error.code === 'EEXIST' ? taken() : error;
          });
        });
        const lines = [say(`${name} に保存しました`, `written to ${name}`), holdsText(contents, hasKey)];
        io.out.write(`${lines.join('\n')}\n`);
        if (lock === null) io.err.write(`${io.colours.red(open(hasKey))}\n`);
        return 0;
      }),
    );
}

/** @throws CommandError */
function lockOf(encrypt: true | readonly string[], env: NodeJS.ProcessEnv): BackupLock {
  if (encrypt !== true) {
    const wrong = encrypt.find((one) => !/^age1[a-z0-9]+$/.test(one));
    if (wrong !== undefined)
      throw new CommandError(
        say(
          `${wrong} は age の公開鍵ではありません。ファイル名は --encrypt の前に書いてください。`,
          `${wrong} is no public key of age. The file's name goes before --encrypt.`,
        ),
        2,
      );
    return { kind: 'recipients', recipients: encrypt };
  }
  const passphrase = backupPassphrase(env) ?? '';
  if (passphrase.length < SHORTEST)
    throw new CommandError(
      say(
        `${PASSPHRASE} に${SHORTEST}文字以上の合言葉を入れるか、--encrypt に age の公開鍵を書いてください。`,
        `Put a passphrase of ${SHORTEST} characters or more into ${PASSPHRASE}, or give --encrypt a public key of age.`,
      ),
      2,
    );
  return { kind: 'passphrase', passphrase };
}

function holdsText({ cases, originals, consultations, people, auditRows }: BackupContents, hasKey: boolean): string {
  const ja = `案件 ${cases}件、メールの原文 ${originals}通、相談 ${consultations}件（非公開のものも）、利用者 ${people}人（パスワードのハッシュ、二段階認証の秘密）、監査記録 ${auditRows}行${hasKey ? '、秘密鍵' : ''}。サインイン中の状態と招待は入っていません`;
  const en = `${cases} cases, ${originals} original mails, ${consultations} consultations (confidential ones too), ${people} people (hashes of passwords, second factors), ${auditRows} rows of the audit log${hasKey ? ', the secret key' : ''}. Nobody is signed in or invited by it`;
  return say(ja, en);
}

export function addRestore(program: Command, { io, load, action }: Context): void {
  program
    .command('restore <file>')
    .description(say('バックアップを空の保存先に戻す', 'read a backup into an empty store'))
    .option(
      '--identity <key>',
      say(
        `age の秘密鍵のファイル。なければ ${PASSPHRASE} の合言葉で`,
        `file with the private key of age; else the passphrase in ${PASSPHRASE}`,
      ),
    )
    .action(
      action(async (name: string, { identity }: { identity?: string }) => {
        const { config, secrets } = installed(load(), io);
        const openers = keysFor(identity === undefined ? null : resolve(io.cwd, identity), io.env);
        const [{ openStore, readBackup }, { openAuditLog, restore }, { loadKeys }] = await Promise.all([
          import('../../../store/index.ts'),
          import('../../../actions/index.ts'),
          import('../../../config/index.ts'),
        ]);
        const store = await openStore(secrets.store, config.dataPath);
        const head = await setHeadAside(config.dataPath);
        try {
          const { rows, at } = await readBackup(resolve(io.cwd, name), config.dataPath, openers, async (lines) => {
            const keys = await loadKeys(config.dataPath, io.env); // that of the backup is there by now
            const { dataPath } = config;
            const audit = openAuditLog({ db: store.db, key: keys.audit, dataPath, log: createLogger('error') });
            return restore({ audit, now: () => new Date(), keys }, { kind: 'operator', name: io.osUser }, lines);
          });
          io.out.write(
            `${say(`${at} のバックアップから${rows}行を戻しました`, `restored ${rows} rows of a backup of ${at}`)}\n`,
          );
          if (head !== null) io.out.write(`${headAside(head.aside)}\n`);
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

/** What opens an encrypted backup. @throws CommandError when the file cannot be read, or holds no key. */
function keysFor(identity: string | null, env: NodeJS.ProcessEnv): BackupKeys {
  const passphrase = backupPassphrase(env);
  if (identity === null) return { passphrase, identities: [] };
  let text: string;
  try {
    text = readFileSync(identity, 'utf8');
  } catch (cause) {
    throw new CommandError(say(`${identity} を読めません。`, `${identity} cannot be read.`), 2, { cause });
  }
  const identities = text.split('\n').flatMap((line) => /^AGE-SECRET-KEY-[A-Z0-9-]+/.exec(line.trim())?.[0] ?? []);
  if (identities.length === 0)
    throw new CommandError(
      say(`${identity} に age の秘密鍵がありません。`, `${identity} holds no private key of age.`),
      2,
    );
  return { passphrase, identities };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKeys } from '../../src/config/index.ts';
import { localSocketPath, socketAddress } from '../../src/fronts/api/local/index.ts';
import { socketFetch } from '../../src/fronts/cli/local/socket-fetch.ts';
import { openStore } from '../../src/store/index.ts';
import { imapWay, maildirWay, type Way } from '../bench/ways.ts';
import { startDovecot } from '../support/dovecot.ts';
import { putEmptyStore } from '../support/store.ts';
import { accountOf, faultsOfMailbox } from './account.ts';
import { installation, killAll, onStage, type Stage, type StageDictionary, stopAll } from './stage.ts';
import { supervise } from './supervisor.ts';

export type MailboxKind = 'Maildir' | 'Dovecot';

/** Everything in one process on PGlite, and a mailbox that stays up. */
export async function singleStage(kind: MailboxKind, dictionary: StageDictionary = 'shipped'): Promise<Stage> {
  const mailbox = kind === 'Dovecot' ? await dovecotMailbox() : await maildirMailbox();
  const service = installation(mailbox.way, dictionary, mailbox.env);
  const data = join(service.folder, 'data/komainu');
  await putEmptyStore(join(data, 'store')); // a first start is not what is measured and killed here
  const process = supervise(service, 'start', []);
  return {
    ...onStage(mailbox.way, [process], () => askStatus(data)),
    about: `one process \`start\` on PGlite, which reads a ${kind}`,
    victims: new Map([['start', process]]),
    flush: async () => {},
    async account(delivered) {
      const ends = await stopAll([process]);
      const store = await openStore({ kind: 'pglite', path: join(data, 'store') }, data);
      const { faults, ...account } = await accountOf(store.db, await loadKeys(data, {}), delivered);
      await store.close();
      return { ...account, faults: [...ends, ...faults, ...faultsOfMailbox(mailbox.maildir, delivered.length)] };
    },
    async [Symbol.asyncDispose]() {
      await killAll([process]);
      service.remove();
      await mailbox.remove();
    },
  };
}

/** As a command asks it, but without a process of its own each time, and without opening a store that nobody owns. */
async function askStatus(data: string): Promise<number> {
  await using socket = await socketAddress(localSocketPath(data));
  const answer = await socketFetch(socket.path)('http://komainu/status');
  const { verdicts } = (await answer.json()) as { verdicts: Record<string, number> };
  return Object.values(verdicts).reduce((all, some) => all + some, 0);
}

interface Mailbox {
  readonly way: Way;
  readonly maildir: string;
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

async function dovecotMailbox(): Promise<Mailbox> {
  const dovecot = await startDovecot();
  return {
    way: imapWay(dovecot, dovecot.user),
    maildir: dovecot.maildir,
    env: { KOMAINU_PASSWORD_IMAP: dovecot.password },
    remove: dovecot.stop,
  };
}

async function maildirMailbox(): Promise<Mailbox> {
  const folder = mkdtempSync(join(tmpdir(), 'komainu-faults-'));
  const maildir = join(folder, 'Maildir');
  const remove = async () => rmSync(folder, { recursive: true, force: true });
  return { way: await maildirWay(maildir), maildir, env: {}, remove };
}

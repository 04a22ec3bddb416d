import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/index.ts';
import { imapWay, maildirWay, type Way } from '../bench/ways.ts';
import { startDovecot } from '../support/dovecot.ts';
import { createService } from '../support/service.ts';
import { accountOf, faultsOfMailbox } from './account.ts';
import { configuration, killAll, onStage, type Stage, stopAll } from './stage.ts';
import { supervise } from './supervisor.ts';

export type MailboxKind = 'Maildir' | 'Dovecot';

/** Everything in one process on PGlite, and a mailbox that stays up. */
export async function singleStage(kind: MailboxKind): Promise<Stage> {
  const mailbox = kind === 'Dovecot' ? await dovecotMailbox() : await maildirMailbox();
  const service = createService(configuration(mailbox.way), mailbox.env);
  const process = supervise(service, 'start', []);
  return {
    ...onStage(service, mailbox.way, [process]),
    about: `one process \`start\` on PGlite, which reads a ${kind}`,
    victims: new Map([['start', process]]),
    flush: async () => {},
    async account(delivered) {
      const ends = await stopAll([process]);
      const data = join(service.folder, 'data/komainu');
      const store = await openStore({ kind: 'pglite', path: join(data, 'store') }, data);
      const { faults, ...account } = await accountOf(store.db, delivered);
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

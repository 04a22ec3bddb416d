import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { imapGreeting } from './imap-greeting.ts';
import { deliverTo } from './maildir.ts';
import { serverFolder, startServer, type TestServer } from './server-process.ts';
import { findProgram, freePort, type ServerUser, serverUser } from './system.ts';

/** A mail server with one or more mailboxes, all with the same password. */
export interface TestDovecot extends TestServer {
  readonly host: string;
  readonly port: number; // IMAP over TLS
  readonly starttlsPort: number; // plain IMAP, which offers STARTTLS
  readonly caFile: string; // the self-signed certificate of both
  readonly user: string; // the first one
  readonly password: string;
  readonly maildir: string; // of the first user
  /** Puts a mail into a folder as a mail server does, by rename; the folder is made when missing (ASCII names). */
  deliver(raw: Uint8Array, folder?: string, user?: string, arrived?: Date): Promise<void>;
  /** The same into a Maildir anywhere in the server's own folder. */
  deliverAt(raw: Uint8Array, path: string): Promise<void>;
}

/** Path of a Dovecot whose configuration language is the one below; null when there is none. */
export function findDovecot(): string | null {
  const program = findProgram('dovecot');
  return program !== null && /^2\.[4-9]/.test(versionOf(program)) && findProgram('openssl') !== null ? program : null;
}

const versionOf = (program: string): string => execFileSync(program, ['--version'], { encoding: 'utf8' });

export async function startDovecot({
  users = ['taro'],
  more = () => '',
}: {
  readonly users?: readonly [string, ...string[]];
  readonly more?: (folder: string) => string; // configuration to add; the server may write in `folder`
} = {}): Promise<TestDovecot> {
  const program = findDovecot();
  if (program === null) throw new Error('Dovecot 2.4 and openssl are not installed.');
  const folder = serverFolder('dovecot');
  const account = serverUser();
  const password = 'himitsu-no-aikotoba';
  const [port, starttlsPort] = [await freePort(), await freePort()];
  const caFile = makeCertificate(folder);
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configuration({ folder, account, port, starttlsPort }) + more(folder));
  writeFileSync(join(folder, 'users'), users.map((user) => `${user}:{PLAIN}${password}\n`).join(''));
  for (const name of ['dovecot.conf', 'users']) chmodSync(join(folder, name), 0o644); // whatever umask a store has set in this process
  const server = await startServer({
    folder,
    command: [program, '-F', '-c', config],
    stopSignal: 'SIGTERM',
    ready: () => imapGreeting(port, caFile),
  });
  const maildirOf = (user: string): string => join(folder, 'mail', user, 'Maildir');
  return {
    ...server,
    host: '127.0.0.1',
    port,
    starttlsPort,
    caFile,
    user: users[0],
    password,
    maildir: maildirOf(users[0]),
    deliverAt: (raw, path) => deliverTo(join(folder, path), raw),
    deliver: (raw, into = 'INBOX', user = users[0], arrived) =>
      deliverTo(into === 'INBOX' ? maildirOf(user) : join(maildirOf(user), `.${into}`), raw, arrived),
  };
}

/** Runs wholly as one unprivileged user: hence no chroots and every internal user the same. */
function configuration({
  folder,
  account: { user, group },
  port,
  starttlsPort,
}: {
  folder: string;
  account: ServerUser;
  port: number;
  starttlsPort: number;
}): string {
  return `
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/output.log
protocols = imap
listen = 127.0.0.1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
ssl_server_cert_file = ${folder}/cert.pem
ssl_server_key_file = ${folder}/key.pem
mail_driver = maildir
mail_home = ${folder}/mail/%{user}
mail_path = ~/Maildir
mail_uid = ${user}
mail_gid = ${group}
first_valid_uid = 1
passdb passwd-file {
  passwd_file_path = ${folder}/users
}
userdb static {
}
namespace inbox {
  inbox = yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${starttlsPort}
  }
  inet_listener imaps {
    port = ${port}
  }
}
service anvil {
  chroot =
}
`;
}

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { imapGreeting } from './imap-greeting.ts';
import { serverFolder, startServer, type TestServer, unprivileged } from './server-process.ts';
import { findProgram, freePort, serverUser } from './system.ts';

/** A Cyrus with one mailbox. Its folders lie below INBOX, with slashes between them. */
export interface TestCyrus extends TestServer {
  readonly host: string;
  readonly port: number; // IMAP over TLS
  readonly starttlsPort: number; // plain IMAP, which offers STARTTLS
  readonly caFile: string; // the self-signed certificate of both
  readonly user: string;
  readonly password: string;
}

/** Where the tests unpack it beside a Dovecot that is installed. */
export const CYRUS_UNPACKED = '/var/cache/komainu-tests/cyrus';

/** The root of a file tree with a Cyrus that runs; null when there is none. */
export function findCyrus(): string | null {
  const isThere = (root: string): boolean =>
    existsSync(join(root, 'usr/lib/cyrus/bin/imapd')) &&
    existsSync(join(root, 'usr/sbin/saslpasswd2')) &&
    spawnSync(join(root, 'usr/lib/cyrus/bin/cyr_buildinfo'), { env: libraries(root) }).status === 0;
  return findProgram('openssl') === null ? null : (['/', CYRUS_UNPACKED].find(isThere) ?? null);
}

/** What is unpacked looks for its libraries and for SASL's modules where they are installed otherwise. */
function libraries(root: string): Record<string, string> {
  const lib = join(root, 'usr/lib');
  const machine = readdirSync(lib).find((name) => name.endsWith('-linux-gnu')) ?? '.';
  const sasl = [join(lib, machine, 'sasl2'), join('/usr/lib', machine, 'sasl2')];
  return { LD_LIBRARY_PATH: `${join(lib, machine)}:${join(lib, 'cyrus')}`, SASL_PATH: sasl.join(':') };
}

export async function startCyrus(): Promise<TestCyrus> {
  const root = findCyrus();
  if (root === null) throw new Error('Cyrus, saslpasswd2 and openssl are not there.');
  const folder = serverFolder('cyrus');
  const [port, starttlsPort] = [await freePort(), await freePort()];
  const [user, password] = ['taro', 'himitsu-no-aikotoba'];
  const caFile = makeCertificate(folder);
  const run = { ...unprivileged(folder), env: { ...unprivileged(folder).env, ...libraries(root) } };
  // imapd tells idled of itself by a socket in conf/socket, without which IDLE would look once a minute only.
  const folders = ['conf', 'conf/socket', 'spool', 'sieve', 'run'].map((name) => join(folder, name));
  execFileSync('mkdir', folders, run);
  writeFileSync(join(folder, 'imapd.conf'), settings(folder));
  writeFileSync(join(folder, 'cyrus.conf'), services(root, folder, port, starttlsPort));
  const known = [
    join(root, 'usr/sbin/saslpasswd2'),
    '-p',
    '-c',
    '-f',
    join(folder, 'sasldb2'),
    '-u',
    'localhost',
    user,
  ];
  execFileSync(known[0]!, known.slice(1), { ...run, input: `${password}\n` });
  const environment = Object.entries(libraries(root)).map(([name, value]) => `${name}=${value}`);
  const master = join(root, 'usr/lib/cyrus/bin/master');
  const files = ['-C', join(folder, 'imapd.conf'), '-M', join(folder, 'cyrus.conf'), '-p', join(folder, 'run/pid')];
  const server = await startServer({
    folder,
    command: ['/usr/bin/env', ...environment, master, ...files],
    stopSignal: 'SIGTERM',
    ready: () => imapGreeting(port, caFile),
  });
  return { ...server, host: '127.0.0.1', port, starttlsPort, caFile, user, password };
}

/** One unprivileged user runs it all; the mailbox is made at the first sign-in. */
function settings(folder: string): string {
  const { user, group } = serverUser();
  return `
configdirectory: ${folder}/conf
partition-default: ${folder}/spool
sievedir: ${folder}/sieve
idlesocket: ${folder}/run/idle
lmtpsocket: ${folder}/run/lmtp
notifysocket: ${folder}/run/notify
cyrus_user: ${user}
cyrus_group: ${group}
servername: localhost
allowplaintext: no
allowstarttls: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: ${folder}/sasldb2
sasl_mech_list: PLAIN
tls_server_cert: ${folder}/cert.pem
tls_server_key: ${folder}/key.pem
autocreate_quota: 0
unixhierarchysep: yes
altnamespace: no
`;
}

function services(root: string, folder: string, port: number, starttlsPort: number): string {
  const command = (name: string, more = '') => `cmd="${root}/usr/lib/cyrus/bin/${name} -C ${folder}/imapd.conf${more}"`;
  return `
START {
  recover ${command('ctl_cyrusdb', ' -r')}
}
SERVICES {
  imap ${command('imapd')} listen="127.0.0.1:${starttlsPort}" prefork=0
  imaps ${command('imapd', ' -s')} listen="127.0.0.1:${port}" prefork=0
}
DAEMON {
  idled ${command('idled')}
}
EVENTS {
}
`;
}

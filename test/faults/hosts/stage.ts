import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { loadKeys } from '../../../src/config/index.ts';
import { authSchema, openStore } from '../../../src/store/index.ts';
import { shipped } from '../../../src/util/paths.ts';
import { imapWay } from '../../bench/ways.ts';
import { startReceiver } from '../../notify/receiver.ts';
import { startSmtp } from '../../notify/smtp.ts';
import { startDovecot } from '../../support/dovecot.ts';
import { personId } from '../../support/ids.ts';
import { startPostgres } from '../../support/postgres.ts';
import { startRedis } from '../../support/redis.ts';
import { createService, type TestService } from '../../support/service.ts';
import { query } from '../../support/shared-servers.ts';
import { freePort } from '../../support/system.ts';
import { accountOf, faultsOfMailbox, faultsOfQueue } from '../account.ts';
import { killAll, onStage, type Stage, serverVictim, stopAll, type Victim } from '../stage.ts';
import { type Supervised, supervise } from '../supervisor.ts';
import { startBalancer } from './balancer.ts';

/** An installation on five hosts that share nothing but store, queue and secret, with a desk behind a load balancer. */
export interface HostsStage extends Stage {
  readonly desk: string; // address of the balancer
  readonly databaseUrl: string;
  readonly ports: Readonly<Record<'Redis' | 'PostgreSQL', number>>;
  readonly hosts: Readonly<Record<HostName, Host>>;
  readonly channel: Awaited<ReturnType<typeof startReceiver>>;
  readonly smtp: Awaited<ReturnType<typeof startSmtp>>;
  addEmployee(): Promise<void>;
  /** Puts what the employee forwards into the mailbox of the consultation address. */
  consult(raw: Uint8Array): Promise<void>;
  /** What the hosts of the desk have printed as the way to the first account. */
  firstLinks(): readonly string[];
}

export interface Host {
  readonly port: number | null; // of the desk
  readonly service: TestService;
  readonly process: Supervised;
  /** What is started from now on is this build. */
  update(main: string): void;
}

const HOSTS = { intake: 'intake', 'screen 1': 'screen', 'screen 2': 'screen', 'web 1': 'web', 'web 2': 'web' } as const;
type HostName = keyof typeof HOSTS;

export const SECRET = 'one secret for all hosts';
export const EMPLOYEE = 'hanako@example.jp';
export const TRUSTED = 'mx.example.jp';
export const CONSULTATION = 'soudan@example.jp';

/**
 * Each part has a folder of its own, as on a machine of its own; each web host its port.
 *
 * @param main the build that all of them run at first
 * @param asks whether the balancer asks who is ready
 */
export async function hostsStage(main: string = shipped('dist/main.js'), asks = false): Promise<HostsStage> {
  const [dovecot, postgres, redis] = await Promise.all([
    startDovecot({ users: ['taro', 'soudan'] }),
    startPostgres(),
    startRedis(),
  ]);
  const [smtp, channel, ports] = [await startSmtp(), await startReceiver(), [await freePort(), await freePort()]];
  const balancer = await startBalancer(ports, { asks });
  const way = imapWay(dovecot, dovecot.user);
  const { host, port, caFile: ca } = dovecot;
  const yaml = `company: { addresses: ["*.example.jp"] }
sources:
  - ${way.source}
  - { name: consult, kind: consult, host: ${host}, port: ${port}, ca: ${ca}, user: soudan, addresses: [${CONSULTATION}], trustedServer: ${TRUSTED} }
notify:
  smtp: { host: 127.0.0.1, port: ${smtp.port}, security: none, from: Komainu <komainu@example.jp> }
  channels: [{ name: leads, kind: slack }]
web: { url: "${balancer.url}" }
settings: { pollSeconds: 2, sweepSeconds: 2 }
`;
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    KOMAINU_SECRET: SECRET,
    LANG: 'en_US.UTF-8', // of what the report quotes
    KOMAINU_PASSWORD_IMAP: dovecot.password,
    KOMAINU_PASSWORD_CONSULT: dovecot.password,
    KOMAINU_NOTIFY_LEADS: channel.url,
  };
  const free = [...ports];
  const hosts = Object.fromEntries(
    Object.entries(HOSTS).map(([name, part]): [string, Host] => {
      let build = main;
      const port = part === 'web' ? free.shift()! : null;
      const service = createService(yaml, { ...env, ...(port && { PORT: `${port}` }) }, () => build);
      const update = (next: string) => {
        build = next;
      };
      return [name, { port, service, process: supervise(service, 'output', ['--part', part]), update }];
    }),
  ) as Record<HostName, Host>;
  const running = Object.values(hosts);
  const processes: readonly Supervised[] = running.map(({ process }) => process);
  const verdicts = async () =>
    Number((await query(postgres.url, 'select count(*) as verdicts from komainu.verdict'))[0]?.verdicts);
  let consulted = 0;
  const emptier = new Redis(redis.url, { maxRetriesPerRequest: null });
  emptier.on('error', () => {}); // it waits until the server is back
  return {
    ...onStage(way, processes, verdicts),
    about: 'Dovecot, PostgreSQL and Redis; five hosts: `intake`, two `screen`, two `web` behind a load balancer',
    desk: balancer.url,
    databaseUrl: postgres.url,
    ports: { Redis: Number(new URL(redis.url).port), PostgreSQL: Number(new URL(postgres.url).port) },
    hosts,
    channel,
    smtp,
    addEmployee: () => addEmployee(postgres.url),
    async consult(raw) {
      await dovecot.deliver(raw, 'INBOX', 'soudan');
      consulted += 1;
    },
    firstLinks: () =>
      running
        .map(({ service }) => join(service.folder, 'output.log'))
        .filter((path) => existsSync(path)) // a host that has said something
        .flatMap((path) => readFileSync(path, 'utf8').match(/\S+\/welcome\/\S+/g) ?? []),
    victims: new Map<string, Victim>([
      ...Object.entries(hosts).map(([name, { process }]): [string, Victim] => [name, process]),
      ['Dovecot', serverVictim(dovecot)],
      ['PostgreSQL', serverVictim(postgres)],
      ['Redis', serverVictim(redis)],
    ]),
    flush: async () => void (await emptier.flushall()),
    async account(delivered) {
      const ends = await stopAll(processes);
      const store = await openStore({ kind: 'postgres', url: postgres.url }, running[0]!.service.folder);
      const keys = await loadKeys('/nowhere', { KOMAINU_SECRET: SECRET });
      const { faults, ...account } = await accountOf(store.db, keys, delivered);
      await store.close();
      const mailbox = faultsOfMailbox(dovecot.maildir, delivered.length - consulted); // the others lie in the other one
      return { ...account, faults: [...ends, ...faults, ...(await faultsOfQueue(redis.url)), ...mailbox] };
    },
    async [Symbol.asyncDispose]() {
      emptier.disconnect();
      await killAll(processes);
      for (const { service } of running) service.remove();
      for (const one of [balancer, smtp, channel]) await one[Symbol.asyncDispose]();
      for (const server of [dovecot, postgres, redis]) await server.stop();
    },
  };
}

/** Somebody who may write to the consultation address. */
async function addEmployee(url: string): Promise<void> {
  const store = await openStore({ kind: 'postgres', url }, '/nowhere');
  const hanako = { id: personId('id-hanako'), name: '花子', email: EMPLOYEE, roles: ['employee' as const] };
  await store.db.insert(authSchema.user).values(hanako);
  await store.close();
}

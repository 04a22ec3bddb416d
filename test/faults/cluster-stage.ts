import { join } from 'node:path';
import { Redis } from 'ioredis';
import { loadKeys } from '../../src/config/index.ts';
import { openStore } from '../../src/store/index.ts';
import { imapWay } from '../bench/ways.ts';
import { startDovecot } from '../support/dovecot.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { query } from '../support/shared-servers.ts';
import { accountOf, faultsOfMailbox, faultsOfQueue } from './account.ts';
import {
  installation,
  killAll,
  onStage,
  type Stage,
  type StageDictionary,
  serverVictim,
  stopAll,
  type Victim,
} from './stage.ts';
import { supervise } from './supervisor.ts';

/** Dovecot, PostgreSQL and Redis; one process for intake and two for screening. */
export async function clusterStage(dictionary: StageDictionary = 'shipped'): Promise<Stage> {
  const [dovecot, postgres, redis] = await Promise.all([startDovecot(), startPostgres(), startRedis()]);
  const way = imapWay(dovecot, dovecot.user);
  const service = installation(way, dictionary, {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    KOMAINU_PASSWORD_IMAP: dovecot.password,
  });
  const intake = supervise(service, 'intake', ['--part', 'intake']);
  const screens = [1, 2].map((number) => supervise(service, `screen-${number}`, ['--part', 'screen']));
  const processes = [intake, ...screens];
  const verdicts = async () =>
    Number((await query(postgres.url, 'select count(*) as verdicts from komainu.verdict'))[0]?.verdicts);
  const emptier = new Redis(redis.url, { maxRetriesPerRequest: null });
  emptier.on('error', () => {}); // it waits until the server is back
  return {
    ...onStage(way, processes, verdicts),
    about: 'Dovecot, PostgreSQL and Redis; one process `intake`, two `screen`',
    victims: new Map<string, Victim>([
      ['intake', intake],
      ['screen 1', screens[0]!],
      ['screen 2', screens[1]!],
      ['Dovecot', serverVictim(dovecot)],
      ['PostgreSQL', serverVictim(postgres)],
      ['Redis', serverVictim(redis)],
    ]),
    flush: async () => void (await emptier.flushall()),
    async account(delivered) {
      const ends = await stopAll(processes);
      const store = await openStore({ kind: 'postgres', url: postgres.url }, service.folder);
      const { faults, ...account } = await accountOf(
        store.db,
        await loadKeys(join(service.folder, 'data/komainu'), {}),
        delivered,
      );
      await store.close();
      const mailbox = faultsOfMailbox(dovecot.maildir, delivered.length);
      return { ...account, faults: [...ends, ...faults, ...(await faultsOfQueue(redis.url)), ...mailbox] };
    },
    async [Symbol.asyncDispose]() {
      emptier.disconnect();
      await killAll(processes);
      service.remove();
      for (const server of [dovecot, postgres, redis]) await server.stop();
    },
  };
}

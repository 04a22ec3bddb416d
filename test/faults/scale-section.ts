import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { openStore, sourceState, spoolDepth } from '../../src/store/index.ts';
import { type ServiceProcess, serviceFolder, startService } from '../bench/service-process.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { createLoadMails } from './load-mails.ts';
import { rowsOf } from './rows.ts';
import { type Section, table, whole } from './section.ts';

const MAILS = 3_000;

/** What `processes` processes did together. */
interface Shared {
  readonly processes: number;
  readonly mailsPerSecond: number; // over the second half of the mails, when all have long been at work
  readonly judgements: number; // as the processes logged them
  readonly verdicts: number;
  readonly shares: readonly number[]; // judgements of each process
}

export const scaleSection: Section = {
  title: 'Several `screen` processes',
  async run({ mails }) {
    const count = mails ?? MAILS;
    const [one, three] = [await share(1, count), await share(3, count)];
    const faults = [one, three].flatMap(({ processes, judgements, verdicts }) => [
      ...(judgements === count ? [] : [`${processes} processes: ${judgements} judgements of ${count} mails.`]),
      ...(verdicts === count ? [] : [`${processes} processes: ${verdicts} verdicts on ${count} mails.`]),
    ]);
    return { markdown: text(count, [one, three], faults), faults };
  },
};

async function share(processes: number, mails: number): Promise<Shared> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  try {
    using folder = serviceFolder();
    writeFileSync(join(folder.path, 'komainu.yaml'), 'settings: { screenConcurrency: 1, logLevel: debug }\n');
    const store = await openStore({ kind: 'postgres', url: postgres.url }, folder.path);
    const mailOf = createLoadMails();
    const { commit } = sourceState(store.db, 'load');
    for (let uid = 1; uid <= mails; uid++)
      await commit([{ uidValidity: 1n, uid, receivedAt: new Date(), raw: mailOf(uid) }], {
        uidValidity: 1n,
        lastUid: uid,
      });
    const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
    const shares = Array.from({ length: processes }, () => 0);
    const services: ServiceProcess[] = [];
    try {
      await Promise.all(
        shares.map(async (_, number) => {
          const service = await startService(folder.path, env, '--part', 'screen');
          services.push(service);
          service.onEvent(({ msg }) => {
            if (msg === 'screened') shares[number]! += 1;
          });
        }),
      );
      while ((await spoolDepth(store.db)) > 0) await pause(500);
    } finally {
      for (const service of services) await service[Symbol.asyncDispose]();
    }
    const [half] = await rowsOf<{ verdicts: number; seconds: number }>(
      store.db,
      sql`select count(*)::int as verdicts, extract(epoch from max(at) - min(at) filter (where place > ${mails / 2}::int))::float8 as seconds
          from (select screened_at as at, row_number() over (order by screened_at) as place from komainu.verdict) v`,
    );
    await store.close();
    const judgements = shares.reduce((sum, some) => sum + some, 0);
    const { verdicts, seconds } = half!;
    return { processes, mailsPerSecond: mails / 2 / seconds, judgements, verdicts, shares };
  } finally {
    await redis.stop();
    await postgres.stop();
  }
}

const text = (mails: number, shared: readonly Shared[], faults: readonly string[]): string => `
${whole(mails)} mails wait in PostgreSQL, jobs go through Redis, and each process screens one mail at a time
(\`screenConcurrency: 1\`, so that one process does not use all cores already). Measured over the second half of the mails.
A judgement that is logged twice, or a verdict too many or too few, would be a fault.

${table(
  ['processes', 'mails/s', 'speed-up', 'mails of each', 'judgements', 'verdicts'],
  shared.map(({ processes, mailsPerSecond, shares, judgements, verdicts }) => [
    `${processes}`,
    whole(mailsPerSecond),
    `${(mailsPerSecond / shared[0]!.mailsPerSecond).toFixed(2)} ×`,
    shares.map(whole).join(', '),
    whole(judgements),
    whole(verdicts),
  ]),
)}

Faults: ${faults.length === 0 ? '**none**' : faults.join(' ')}
`;

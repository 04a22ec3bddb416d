import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { loadConfig } from '../../src/config/index.ts';
import { packRules } from '../../src/screening/packed-rules.ts';
import { noHistory } from '../../src/screening/pipeline.ts';
import { openPool } from '../../src/screening/pool/index.ts';
import { readRuleFiles } from '../../src/screening/rule-files.ts';
import { openStore } from '../../src/store/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { shipped } from '../../src/util/paths.ts';
import { createLoadMails } from '../faults/load-mails.ts';
import { rowsOf } from '../faults/rows.ts';
import { startDovecot, type TestDovecot } from '../support/dovecot.ts';
import { type Backend, backends } from './backends.ts';
import { type Figure, measured, missing, orMissing, type Part } from './figures.ts';
import { flaggedMail } from './latency.ts';
import { peakMemory, type ServiceProcess, serviceFolder, startService } from './service-process.ts';
import { imapWay } from './ways.ts';

const MAILS = Number(process.env.KOMAINU_BENCH_MAILS ?? 10_000);
const THREADS = 2; // as the service has them unless told otherwise
const LIVING_EVERY_MS = 200;
const MOST_LIVING = Number(process.env.KOMAINU_BENCH_LIVING ?? 300);
const WAITING = Number(process.env.KOMAINU_BENCH_WAITING ?? 50_000);
const ENOUGH_MS = 10_000; // for the last living mails
const WARM_UP = 300; // mails, after which the clock begins
const ARCHIVE = 'archive';
export const OLD = new Date(Date.now() - 30 * 86_400_000);

/** Ends when enough living mails were measured: the others need not all be judged. */
export const waitingPart: Part = {
  about: `a mail for the desk every ${LIVING_EVERY_MS} ms while ${WAITING.toLocaleString('en')} old mails wait in another mailbox over IMAP, PGlite`,
  async measure() {
    const [pglite] = backends;
    const dovecot = await startDovecot({ users: [ARCHIVE, pglite!.user] });
    try {
      const mailOf = createLoadMails();
      for (let i = 0; i < WAITING; i++) await dovecot.deliver(mailOf(i), 'INBOX', ARCHIVE, OLD);
      return [
        await inMemory(),
        ...(await measureOn(pglite!, dovecot, { mails: WAITING, drains: false })),
        await inMemory({ when: ', once more' }),
      ];
    } finally {
      await dovecot.stop();
    }
  },
};

/** What the goal is measured by comes first: the same mails through the same threads, and nothing kept. */
export const backfillPart: Part = {
  about: `${MAILS} old mails over IMAP until each has its verdict, meanwhile a mail for the desk every ${LIVING_EVERY_MS} ms in another mailbox`,
  async measure() {
    const measuredOn = backends.filter(({ name }) => name !== 'PostgreSQL');
    const dovecot = await startDovecot({ users: [ARCHIVE, ...measuredOn.map(({ user }) => user)] });
    try {
      const mailOf = createLoadMails();
      for (let i = 0; i < MAILS; i++) await dovecot.deliver(mailOf(i), 'INBOX', ARCHIVE, OLD);
      const figures: Figure[] = [await inMemory()];
      for (const backend of measuredOn) {
        const obstacle = backend.obstacle();
        figures.push(
          ...(obstacle === null
            ? await orMissing(backend.name, () => measureOn(backend, dovecot, { mails: MAILS, drains: true }))
            : [missing(backend.name, obstacle)]),
        );
      }
      return [...figures, await inMemory({ when: ', once more' })];
    } finally {
      await dovecot.stop();
    }
  },
};

/** As fast as the threads are when nothing is kept. */
export async function inMemory({
  threads = THREADS,
  mails: most = MAILS,
  when = '',
}: {
  readonly threads?: number;
  readonly mails?: number;
  readonly when?: string;
} = {}): Promise<Figure> {
  const files = await readRuleFiles(loadConfig(null, {}, shipped('test/bench')).config);
  const packed = packRules(files, await loadTokenizer());
  await using pool = openPool({ threads, rules: () => packed, log: pino({ level: 'silent' }) });
  const mailOf = createLoadMails();
  const run = async (from: number, to: number) => {
    let next = from;
    const judge = async () => {
      while (next < to) await pool.screen({ bytes: mailOf(next++), receivedAt: OLD, source: 'bench' }, noHistory);
    };
    await Promise.all(Array.from({ length: threads + 1 }, judge));
  };
  await run(0, 500);
  const mails = Math.min(most, 2_000);
  const began = performance.now();
  await run(500, 500 + mails);
  const perSecond = (mails * 1_000) / (performance.now() - began);
  return measured(`screened in memory, threads: ${threads}${when}`, 'mails/s', [perSecond]);
}

async function measureOn(
  backend: Backend,
  dovecot: TestDovecot,
  { mails, drains }: { readonly mails: number; readonly drains: boolean },
): Promise<Figure[]> {
  await using running = await backend.start();
  using folder = serviceFolder();
  const living = imapWay(dovecot, backend.user);
  const archive = imapWay(dovecot, ARCHIVE).source.replace('name: imap', 'name: archive').replace('1d', '60d');
  writeFileSync(
    join(folder.path, 'komainu.yaml'),
    `sources:\n  - ${archive}\n  - ${living.source}\nsettings: { logLevel: debug }\n`,
  );
  const delivered = new Map<string, number>(); // by subject
  const judged = new Map<string, number>(); // by id of the mail's row
  const clock = { begins: 0, judgedBefore: 0, ends: 0, left: 0, peak: null as number | null };
  {
    await using service = await startService(folder.path, {
      ...running.env,
      KOMAINU_PASSWORD_IMAP: dovecot.password,
      KOMAINU_PASSWORD_ARCHIVE: dovecot.password,
    });
    hear(service, judged);
    while (judged.size < WARM_UP) await pause(20); // the threads compile the dictionaries first
    clock.begins = performance.now();
    clock.judgedBefore = judged.size;
    for (let n = 0; judged.size < mails * 0.95 + n; n++) {
      await pause(LIVING_EVERY_MS);
      if (n >= MOST_LIVING) break;
      const id = `living-${n}`;
      delivered.set(`納品の件 ${id}`, await living.deliver(flaggedMail(id)));
    }
    if (drains) while (judged.size < mails + delivered.size) await pause(20);
    clock.ends = performance.now();
    clock.left = mails + delivered.size - judged.size;
    if (!drains) await pause(ENOUGH_MS);
    clock.peak = await service.peakMemory();
  }
  const latencies = await latenciesOf(running.env.DATABASE_URL, folder.path, delivered, judged);
  if (latencies.length < delivered.size)
    throw new Error(`${delivered.size - latencies.length} of ${delivered.size} living mails have no case.`);
  return [
    ...(drains ? [] : [measured('mails that still waited when it ended', '', [clock.left])]),
    measured(`backfill, ${backend.name}`, 'mails/s', [
      ((mails + delivered.size - clock.left - clock.judgedBefore) * 1_000) / (clock.ends - clock.begins),
    ]),
    measured(`living mail to desk meanwhile, ${backend.name}`, 'ms', latencies),
    peakMemory(`peak memory of the main process, ${backend.name}`, [clock.peak]),
  ];
}

/** Notes which mails a process has judged, and when. */
export function hear(service: ServiceProcess, judged: Map<string, number>): void {
  service.onEvent(({ msg, mailId, time }) => {
    if (msg === 'screened') judged.set(String(mailId), Date.parse(time));
  });
}

async function latenciesOf(
  url: string | undefined,
  folder: string,
  delivered: ReadonlyMap<string, number>,
  judged: ReadonlyMap<string, number>,
): Promise<number[]> {
  const data = join(folder, 'data/komainu');
  const store = await openStore(
    url === undefined ? { kind: 'pglite', path: join(data, 'store') } : { kind: 'postgres', url },
    data,
  );
  try {
    const rows = await rowsOf<{ id: string; subject: string }>(
      store.db,
      sql`select mail_id::text as id, subject from komainu.case_mail join komainu.case_file on id = case_id`,
    );
    return rows.flatMap(({ id, subject }) => {
      const at = delivered.get(subject);
      return at === undefined ? [] : [judged.get(id)! - at];
    });
  } finally {
    await store.close();
  }
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { openStore } from '../../src/store/index.ts';
import type { Backend } from '../bench/backends.ts';
import { quantile } from '../bench/figures.ts';
import { flaggedMail } from '../bench/latency.ts';
import { serviceFolder, startService } from '../bench/service-process.ts';
import { imapWay, type Way } from '../bench/ways.ts';
import type { TestDovecot } from '../support/dovecot.ts';
import { rowsOf } from './rows.ts';

/** How long mails that come at a steady pace take from their delivery until verdict and case are committed. */
export interface Paced {
  readonly name: string;
  readonly perSecond: number;
  readonly mails: number;
  readonly p50: number; // ms
  readonly p99: number;
}

const PACES = [
  { perSecond: 1, mails: 60 },
  { perSecond: 10, mails: 300 },
  { perSecond: 50, mails: 1_000 },
];
const WARM_UP = 20;

/** Every mail makes a case. Both ends of a time are clocks of this machine in whole milliseconds. */
export async function pacedLatency(backend: Backend, dovecot: TestDovecot, user: string): Promise<readonly Paced[]> {
  await using running = await backend.start();
  using folder = serviceFolder();
  const way = imapWay(dovecot, user);
  writeFileSync(join(folder.path, 'komainu.yaml'), `sources:\n  - ${way.source}\nsettings: { logLevel: debug }\n`);
  const delivered = new Map<string, number>(); // by subject
  const judged = new Map<string, number>(); // by id of the mail's row
  {
    await using service = await startService(folder.path, { ...running.env, KOMAINU_PASSWORD_IMAP: dovecot.password });
    service.onEvent(({ msg, mailId, time }) => {
      if (msg === 'screened') judged.set(String(mailId), Date.parse(time));
    });
    for (const { perSecond, mails } of [{ perSecond: 5, mails: WARM_UP }, ...PACES]) {
      await deliverAt(way, perSecond, mails, delivered);
      while (judged.size < delivered.size) await pause(100);
    }
  }
  const data = join(folder.path, 'data/komainu');
  const url = running.env.DATABASE_URL;
  const config = url === undefined ? { kind: 'pglite', path: join(data, 'store') } : { kind: 'postgres', url };
  const store = await openStore(config as Parameters<typeof openStore>[0], data);
  const rows = await rowsOf<{ id: string; subject: string }>(
    store.db,
    sql`select mail_id::text as id, subject from komainu.case_mail join komainu.case_file on id = case_id`,
  );
  await store.close();
  return PACES.map(({ perSecond, mails }) => {
    const times = rows
      .filter(({ subject }) => subject.includes(` ${perSecond}-per-second-`))
      .map(({ id, subject }) => judged.get(id)! - delivered.get(subject)!)
      .sort((a, b) => a - b);
    if (times.length !== mails) throw new Error(`${times.length} of ${mails} mails made a case.`);
    return { name: backend.name, perSecond, mails, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
  });
}

async function deliverAt(way: Way, perSecond: number, mails: number, delivered: Map<string, number>): Promise<void> {
  const began = performance.now();
  for (let i = 0; i < mails; i++) {
    await pause(began + (i * 1_000) / perSecond - performance.now());
    const id = `${perSecond}-per-second-${i}`;
    delivered.set(`納品の件 ${id}`, await way.deliver(flaggedMail(id)));
  }
}

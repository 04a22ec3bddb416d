import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createLoadMails } from '../faults/load-mails.ts';
import { startDovecot, type TestDovecot } from '../support/dovecot.ts';
import { backends } from './backends.ts';
import { hear, inMemory, OLD } from './backfill.ts';
import { type Figure, measured, missing, orMissing, type Part } from './figures.ts';
import { type ServiceProcess, serviceFolder, startService } from './service-process.ts';
import { imapWay } from './ways.ts';

const MAILS = Number(process.env.KOMAINU_BENCH_SCALING ?? 4_000);
const PROCESSES = (process.env.KOMAINU_BENCH_PROCESSES ?? '1,2,4').split(',').map(Number);
const WARM_UP = Math.min(300, MAILS / 4); // mails, after which the clock begins
const USER = 'archive';

export const scalingPart: Part = {
  about: `${MAILS} old mails over IMAP until each has its verdict, PostgreSQL and Redis, by ${PROCESSES.join(', ')} screening processes of one thread each; anchor: one thread in memory`,
  async measure() {
    const backend = backends.find(({ name }) => name === 'PostgreSQL and Redis')!;
    const obstacle = backend.obstacle();
    if (obstacle !== null) return [missing('scaling', obstacle)];
    const dovecot = await startDovecot({ users: [USER] });
    try {
      const mailOf = createLoadMails();
      for (let i = 0; i < MAILS; i++) await dovecot.deliver(mailOf(i), 'INBOX', USER, OLD);
      const figures: Figure[] = [await inMemory({ threads: 1, mails: MAILS })];
      for (const count of PROCESSES)
        figures.push(...(await orMissing(`${count} processes`, async () => [await speedOf(count, dovecot)])));
      return figures;
    } finally {
      await dovecot.stop();
    }
  },
};

async function speedOf(count: number, dovecot: TestDovecot): Promise<Figure> {
  await using running = await backends.find(({ name }) => name === 'PostgreSQL and Redis')!.start();
  using folder = serviceFolder();
  const source = imapWay(dovecot, USER).source.replace('1d', '60d');
  const settings = 'settings: { logLevel: debug, screenConcurrency: 1 }';
  writeFileSync(join(folder.path, 'komainu.yaml'), `sources:\n  - ${source}\n${settings}\n`);
  const env = { ...running.env, KOMAINU_PASSWORD_IMAP: dovecot.password };
  const processes: ServiceProcess[] = [];
  const judged = new Map<string, number>();
  try {
    for (let n = 0; n < count; n++) {
      processes.push(await startService(folder.path, env, '--part', 'screen'));
      hear(processes[n]!, judged);
    }
    processes.push(await startService(folder.path, env, '--part', 'intake'));
    while (judged.size < WARM_UP) await pause(20);
    const [began, before] = [performance.now(), judged.size];
    while (judged.size < MAILS) await pause(20);
    const perSecond = ((MAILS - before) * 1_000) / (performance.now() - began);
    return measured(`${count} screening process${count === 1 ? '' : 'es'}`, 'mails/s', [perSecond]);
  } finally {
    for (const one of processes.reverse()) await one[Symbol.asyncDispose]();
  }
}

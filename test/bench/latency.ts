import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { toRawMail } from '../../src/mail/index.ts';
import { findDovecot, startDovecot, type TestDovecot } from '../support/dovecot.ts';
import { type Backend, backends } from './backends.ts';
import { type Figure, measured, missing, orMissing, type Part } from './figures.ts';
import { peakMemory, type ServiceProcess, serviceFolder, startService } from './service-process.ts';
import { emlWay, imapWay, maildirWay, type Way } from './ways.ts';

const MAILS = 60;
const WARM_UP = 5;

/**
 * Listening to the log costs the service nothing, where polling would compete with it: the worker logs `screened` right
 * after the transaction that writes verdict and case. Both ends are clocks of this machine in whole milliseconds, so a
 * figure is wrong by 2 ms at most.
 */
export const latencyPart: Part = {
  about: `${MAILS} flagged mails one by one, from delivery until verdict and case are committed (error up to 2 ms)`,
  async measure() {
    await using dovecot = await mailServer();
    const figures: Figure[] = [];
    for (const backend of backends) {
      const obstacle = backend.obstacle();
      figures.push(
        ...(obstacle === null
          ? await orMissing(backend.name, () => measureOn(backend, dovecot.server))
          : [missing(backend.name, obstacle)]),
      );
    }
    return figures;
  },
};

async function measureOn(backend: Backend, dovecot: TestDovecot | null): Promise<Figure[]> {
  await using running = await backend.start();
  using folder = serviceFolder();
  const ways = [await emlWay(join(folder.path, 'eml')), await maildirWay(join(folder.path, 'Maildir'))];
  if (dovecot !== null) ways.push(imapWay(dovecot, backend.user));
  await writeFile(join(folder.path, 'komainu.yaml'), configuration(ways));
  await using service = await startService(folder.path, {
    ...running.env,
    ...(dovecot !== null && { KOMAINU_PASSWORD_IMAP: dovecot.password }),
  });
  const figures: Figure[] = [];
  for (const way of ways)
    figures.push(measured(`${way.name} to desk, ${backend.name}`, 'ms', await deliverAll(way, service)));
  if (dovecot === null) figures.push(missing(`IMAP to desk, ${backend.name}`, 'Dovecot 2.4 is not installed'));
  return [...figures, peakMemory(`peak memory, ${backend.name}`, [await service.peakMemory()])];
}

async function deliverAll(way: Way, service: ServiceProcess): Promise<number[]> {
  const latencies: number[] = [];
  for (let i = 0; i < WARM_UP + MAILS; i++) {
    const mail = flaggedMail(`${way.name.replace(/\W/g, '')}-${i}`);
    const [{ time, band }, deliveredAt] = await Promise.all([service.nextEvent('screened'), way.deliver(mail)]);
    if (band === 'ordinary') throw new Error('The mail was to make a case, and was judged ordinary.');
    latencies.push(Date.parse(time) - deliveredAt);
    await pause(50 + Math.random() * 100); // out of step with whatever runs by the clock
  }
  return latencies.slice(WARM_UP);
}

const configuration = (ways: readonly Way[]): string => `
sources:
${ways.map(({ source }) => `  - ${source}`).join('\n')}
settings: { logLevel: debug }
`;

/** Of a sender and thread of its own, so that each mail makes a case. */
export const flaggedMail = (id: string): Uint8Array =>
  toRawMail({
    id,
    from: `${id}@example.com`,
    to: 'support@example.jp',
    date: '2026-10-01T09:00:00+09:00',
    subject: `納品の件 ${id}`,
    body: '社長を連れて来て、全員で土下座しろ。今すぐだ。',
  });

async function mailServer(): Promise<AsyncDisposable & { readonly server: TestDovecot | null }> {
  if (findDovecot() === null) return { server: null, [Symbol.asyncDispose]: async () => {} };
  const [first, ...others] = backends.map(({ user }) => user);
  const server = await startDovecot({ users: [first!, ...others] });
  return { server, [Symbol.asyncDispose]: server.stop };
}

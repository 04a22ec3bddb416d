import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import type { Backend } from '../bench/backends.ts';
import { serviceFolder, startService } from '../bench/service-process.ts';
import { imapWay } from '../bench/ways.ts';
import type { TestDovecot } from '../support/dovecot.ts';
import { memoryOf } from './memory.ts';

/** A mailbox read to its end. */
export interface Backfill {
  readonly name: string;
  readonly mails: number;
  readonly seconds: number; // from the moment the service has started
  readonly memory: readonly number[]; // MiB, of its processes together, once a second
  readonly memoryAt: readonly number[]; // the same at the end of each tenth of the mails
}

const PATIENCE_MS = 2 * 60 * 60_000;

/** The service as it ships begins to watch a mailbox that is full, until each mail has its verdict. */
export async function backfill(backend: Backend, dovecot: TestDovecot, user: string, mails: number): Promise<Backfill> {
  await using running = await backend.start();
  using folder = serviceFolder();
  const { source } = imapWay(dovecot, user);
  writeFileSync(join(folder.path, 'komainu.yaml'), `sources:\n  - ${source}\nsettings: { logLevel: debug }\n`);
  await using service = await startService(folder.path, { ...running.env, KOMAINU_PASSWORD_IMAP: dovecot.password });
  const began = performance.now();
  const memory: number[] = [];
  const memoryAt: number[] = [];
  let judged = 0;
  let ended = began;
  service.onEvent(({ msg }) => {
    if (msg !== 'screened') return;
    judged += 1;
    ended = performance.now();
    if (judged >= ((memoryAt.length + 1) * mails) / 10) memoryAt.push(memoryOf(service.pid));
  });
  while (judged < mails) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`Only ${judged} of ${mails} mails were judged.`);
    memory.push(memoryOf(service.pid));
    await pause(1_000);
  }
  return { name: backend.name, mails, seconds: (ended - began) / 1000, memory, memoryAt };
}

/** The most that could be had: all mails of the mailbox over one connection, and nothing done with them. */
export async function plainFetch(dovecot: TestDovecot, user: string): Promise<{ mails: number; seconds: number }> {
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.port,
    secure: true,
    tls: { ca: [readFileSync(dovecot.caFile)] },
    auth: { user, pass: dovecot.password },
    logger: false,
  });
  client.on('error', () => {}); // the fetch rejects
  await client.connect();
  await client.mailboxOpen('INBOX', { readOnly: true });
  const began = performance.now();
  let mails = 0;
  for await (const { source } of client.fetch('1:*', { uid: true, source: true })) if (source) mails += 1;
  const seconds = (performance.now() - began) / 1000;
  await client.logout();
  return { mails, seconds };
}

import { setTimeout as pause } from 'node:timers/promises';
import { attachedMail, mail, multipart, text } from '../../support/mime.ts';
import { query } from '../../support/shared-servers.ts';
import { type CrashMail, crashMail, urgentMail } from '../crash-mails.ts';
import { CONSULTATION, EMPLOYEE, type HostsStage, TRUSTED } from './stage.ts';

/** How soon people were told while many mails waited. */
export interface Told {
  readonly mails: number; // that waited
  readonly tookMs: number; // until all had their verdict
  readonly urgent: readonly Delay[];
  readonly receipts: readonly Delay[];
}

/** From the delivery of a mail until somebody was told; null: never. */
export interface Delay {
  readonly ms: number | null;
  readonly times: number; // it was told
}

const EVERY_MS = 3_000;
const PATIENCE_MS = 10 * 60_000;

/**
 * Delivers many ordinary mails at once, and every three seconds one that is urgent and one that an employee forwards.
 *
 * @param first number of the first mail: each is another's
 */
export async function backlog(stage: HostsStage, first: number, waiting: number, pairs: number) {
  const began = Date.now();
  const before = await stage.verdicts();
  const ordinary = numbers(first, waiting, (number) => number % 10 !== 0).map(crashMail);
  for (const one of ordinary) await stage.deliver(one);
  const urgent: (CrashMail & { at: number })[] = [];
  const forwarded: (CrashMail & { at: number; subject: string })[] = [];
  for (let i = 0; i < pairs; i++) {
    urgent.push({ ...urgentMail(first + 2 * waiting + 2 * i), at: Date.now() });
    await stage.deliver(urgent.at(-1)!);
    forwarded.push({ ...crashMail(first + 4 * waiting + 10 * i), at: Date.now() });
    await stage.consult(forward(forwarded.at(-1)!));
    await pause(EVERY_MS);
  }
  const all = [...ordinary, ...urgent, ...forwarded];
  while ((await stage.verdicts().catch(() => 0)) < before + all.length && Date.now() - began < PATIENCE_MS)
    await pause(200);
  const tookMs = Date.now() - began;
  await pause(3 * EVERY_MS); // whoever is told twice would be told soon
  const told: Told = {
    mails: ordinary.length,
    tookMs,
    urgent: await delaysOf(stage, urgent),
    receipts: receiptDelays(stage, forwarded),
  };
  return { mails: all, told };
}

const numbers = (first: number, count: number, wanted: (number: number) => boolean): number[] =>
  Array.from({ length: 2 * count }, (_, i) => first + i)
    .filter(wanted)
    .slice(0, count);

function forward(customer: CrashMail): Buffer {
  return mail(multipart('mixed', [text('相談です。'), attachedMail(customer.raw)]), {
    'Message-ID': `<forward-${customer.messageId}>`,
    From: `Hanako <${EMPLOYEE}>`,
    To: CONSULTATION,
    Subject: `FW: ${customer.subject}`,
    'Authentication-Results': `${TRUSTED}; dmarc=pass header.from=example.jp`,
  });
}

/** By the links to the cases in what the channel was sent. */
async function delaysOf({ databaseUrl, channel }: HostsStage, urgent: readonly (CrashMail & { at: number })[]) {
  const rows = await query(databaseUrl, 'select id::text, subject from komainu.case_file');
  const idOf = new Map(rows.map(({ id, subject }) => [`${subject}`, `${id}`]));
  return urgent.map(({ subject, at }): Delay => {
    const id = idOf.get(subject);
    const told = channel.received.filter(({ body }) => id !== undefined && body.includes(`/cases/${id}`));
    return { ms: told.length === 0 ? null : told[0]!.at - at, times: told.length };
  });
}

/** In the order of the forwarded mails: a receipt names its consultation alone. */
function receiptDelays({ smtp }: HostsStage, forwarded: readonly { at: number }[]): Delay[] {
  const extra = smtp.mails.length - forwarded.length;
  return forwarded.map(({ at }, i) => {
    const came = smtp.times[i];
    return { ms: came === undefined ? null : came - at, times: came === undefined ? 0 : extra > 0 ? 1 + extra : 1 };
  });
}

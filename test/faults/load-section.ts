import { backends } from '../bench/backends.ts';
import { quantile } from '../bench/figures.ts';
import { startDovecot, type TestDovecot } from '../support/dovecot.ts';
import { type Backfill, backfill, plainFetch } from './backfill.ts';
import { createLoadMails } from './load-mails.ts';
import { type Paced, pacedLatency } from './paced.ts';
import { type Section, table, whole } from './section.ts';

const MAILS = 50_000;
const ARCHIVE = 'archive'; // the mailbox that is full

export const loadSection: Section = {
  title: 'Load',
  async run({ mails }) {
    const count = mails ?? MAILS;
    const measured = backends.filter(({ name }) => name !== 'PostgreSQL');
    const dovecot = await startDovecot({ users: [ARCHIVE, ...measured.map(({ user }) => user)] });
    try {
      await fill(dovecot, count);
      const limit = await plainFetch(dovecot, ARCHIVE);
      const fills: Backfill[] = [];
      const paced: Paced[] = [];
      for (const backend of measured) {
        fills.push(await backfill(backend, dovecot, ARCHIVE, count));
        paced.push(...(await pacedLatency(backend, dovecot, backend.user)));
      }
      return { markdown: text(count, limit, fills, paced), faults: [] };
    } finally {
      await dovecot.stop();
    }
  },
};

async function fill(dovecot: TestDovecot, mails: number): Promise<void> {
  const mailOf = createLoadMails();
  for (let i = 0; i < mails; i++) await dovecot.deliver(mailOf(i), 'INBOX', ARCHIVE);
}

const text = (
  mails: number,
  limit: { readonly mails: number; readonly seconds: number },
  fills: readonly Backfill[],
  paced: readonly Paced[],
): string => `
**Backfill.** A Dovecot holds ${whole(mails)} mails (an ordinary month's over and over, each from a sender of its own); one process
\`start\` reads them over IMAP until each has its verdict. The limit is what imapflow alone fetches from that mailbox, doing
nothing with it. Memory is that of all its processes together (the threads that screen have one of their own), once a
second; the database servers are not in it.

${table(
  ['', 'mails/s', 'took', 'peak memory', 'median memory in the 2nd quarter of the time', 'in the last'],
  [
    ['imapflow alone', whole(limit.mails / limit.seconds), `${limit.seconds.toFixed(1)} s`, '', '', ''],
    ...fills.map(fillRow),
  ],
)}

Memory in MiB when so many of the mails had their verdict:

${table(
  ['', ...Array.from({ length: 10 }, (_, i) => `${(i + 1) * 10} %`)],
  fills.map(({ name, memoryAt }) => [name, ...memoryAt.map(whole)]),
)}

**Latency.** Mails that are flagged arrive in a Dovecot at a steady pace; from delivery until verdict and case are committed.
Dovecot itself gathers changes for up to half a second before it tells a client.

${table(
  ['', 'mails/s', 'mails', 'p50', 'p99'],
  paced.map(({ name, perSecond, mails: all, p50, p99 }) => [name, `${perSecond}`, whole(all), ms(p50), ms(p99)]),
)}
`;

const ms = (value: number): string => `${whole(value)} ms`;
const mib = (value: number): string => `${whole(value)} MiB`;

function fillRow({ name, mails, seconds, memory }: Backfill): readonly string[] {
  const quarter = (number: number) => memory.slice((memory.length * (number - 1)) / 4, (memory.length * number) / 4);
  const median = (some: readonly number[]) =>
    quantile(
      [...some].sort((a, b) => a - b),
      0.5,
    );
  const cells = [Math.max(...memory), median(quarter(2)), median(quarter(4))].map(mib);
  return [name, whole(mails / seconds), `${whole(seconds)} s`, ...cells];
}

import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.ts';
import { readCorpus } from '../../src/lab/index.ts';
import { toRawMail } from '../../src/mail/index.ts';
import { compileInThread, readRuleFiles } from '../../src/screening/index.ts';
import { shipped } from '../../src/util/paths.ts';
import { readPastHere } from '../services/past/read-here.ts';
import { findDovecot, startDovecot } from '../support/dovecot.ts';
import { measured, missing, type Part } from './figures.ts';
import { serviceFolder } from './service-process.ts';

const MAILS = Number(process.env.KOMAINU_BENCH_MAILS ?? 20_000);
const DAY_MS = 86_400_000;
const MAILS_A_DAY = 500;

/** Every mail is read over IMAP once and judged by the rules that ship. */
export const pastPart: Part = {
  about: `${MAILS} ordinary mails of the past, read over IMAP from Dovecot and judged by a process of its own`,
  async measure() {
    if (findDovecot() === null) return [missing('reading of the past', 'Dovecot 2.4 is not installed')];
    await using server = await mailbox();
    using folder = serviceFolder();
    const { host, port, user, caFile, password } = server;
    await writeFile(
      join(folder.path, 'komainu.yaml'),
      `sources: [{ name: support, kind: imap, host: ${host}, port: ${port}, user: ${user}, ca: ${caFile} }]\n`,
    );
    const loaded = loadConfig(null, { KOMAINU_PASSWORD_SUPPORT: password }, folder.path);
    const packed = await compileInThread(await readRuleFiles(loaded.config));
    const until = new Date();
    const began = performance.now();
    const rows = await readPastHere({
      ...{ ...loaded, packed, source: 'support', signal: new AbortController().signal },
      span: { since: new Date(until.getTime() - 365 * DAY_MS), until },
    });
    const seconds = (performance.now() - began) / 1000;
    if (rows.length !== MAILS) throw new Error(`${rows.length} of ${MAILS} mails were read`);
    return [measured('trial', 'mails/s', [MAILS / seconds])];
  },
};

async function mailbox() {
  const file = 'test/corpus/ordinary.jsonl';
  const { rows } = readCorpus(readFileSync(shipped(file), 'utf8'), file);
  const server = await startDovecot();
  const last = Date.now() - DAY_MS;
  for (let n = 0; n < MAILS; n++) {
    const at = new Date(last - (MAILS - n) * (DAY_MS / MAILS_A_DAY));
    const row = rows[n % rows.length]!;
    const raw = toRawMail({
      ...row,
      id: `past${n}`,
      message_id: `past${n}@example.com`,
      in_reply_to: null,
      from: `kyaku${n % 997}@example.com`,
      date: at.toISOString().replace('Z', '+00:00'),
    });
    await server.deliver(raw, 'INBOX', server.user, at);
  }
  return { ...server, [Symbol.asyncDispose]: server.stop };
}

import { readFileSync } from 'node:fs';
import { readCorpus } from '../../src/lab/index.ts';
import { toRawMail } from '../../src/mail/index.ts';
import type { Mail } from '../../src/screening/pipeline.ts';
import { shipped } from '../../src/util/paths.ts';

/** Everyday business mails as they come from a mail server. */
export function ordinaryMails(): readonly Mail[] {
  const file = 'test/corpus/ordinary.jsonl';
  const { rows } = readCorpus(readFileSync(shipped(file), 'utf8'), file);
  return rows.map((row) => ({ bytes: toRawMail(row), receivedAt: new Date(row.date), source: 'corpus' }));
}

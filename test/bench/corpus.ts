import { readFileSync } from 'node:fs';
import { loadConfig } from '../../src/config/index.ts';
import { readCorpus } from '../../src/lab/index.ts';
import { toRawMail } from '../../src/mail/index.ts';
import type { Mail, Rules } from '../../src/screening/pipeline.ts';
import { loadRules } from '../../src/screening/rules.ts';
import { shipped } from '../../src/util/paths.ts';

/** Everyday business mails as they come from a mail server. */
export function ordinaryMails(): readonly Mail[] {
  const file = 'test/corpus/ordinary.jsonl';
  const { rows } = readCorpus(readFileSync(shipped(file), 'utf8'), file);
  return rows.map((row) => ({ bytes: toRawMail(row), receivedAt: new Date(row.date), source: 'corpus' }));
}

/** The rules that ship, whatever an operator has configured in this clone. */
export const shippedRules = (): Promise<Rules> => loadRules(loadConfig(null, {}, shipped('test/bench')).config);

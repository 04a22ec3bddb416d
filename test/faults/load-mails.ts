import { readFileSync } from 'node:fs';
import { readCorpus } from '../../src/lab/index.ts';
import { toRawMail } from '../../src/mail/index.ts';
import { shipped } from '../../src/util/paths.ts';

/** An ordinary month's mails over and over, each copy from a sender of its own and in a thread of its own. */
export function createLoadMails(): (number: number) => Uint8Array {
  const file = 'test/corpus/ordinary.jsonl';
  const { rows } = readCorpus(readFileSync(shipped(file), 'utf8'), file);
  return (number) => {
    const { in_reply_to: _, message_id: __, ...row } = rows[number % rows.length]!;
    return toRawMail({ ...row, id: `load-${number}`, from: `kyaku${number}@example.com` });
  };
}

import type { Forwarded } from '../../cases/index.ts';
import { head, readThreading } from '../../mail/index.ts';
import { type Db, type FoundAccount, handIn, type NewConsultation } from '../../store/index.ts';
import { mailOfIncident } from './incident-mail.ts';

/** A mail of somebody in the company, taken apart. */
export interface ReadMail {
  readonly raw: Uint8Array;
  readonly receivedAt: Date;
  readonly sender: { readonly name: string; readonly address: string };
  readonly account: Pick<FoundAccount, 'id' | 'name'> | null; // of the sender
  readonly confidential: boolean;
  readonly read: Forwarded | null; // null: it could not be taken apart, and is handed in as it is
}

const MOST = { words: 20_000, name: 200, subject: 300 } as const; // UTF-16 units; the mail has them all

/**
 * Opens a case for each mail that was forwarded, or one for what somebody tells in their own words.
 *
 * @returns ids of the consultations, in the order of the mails; there is one at least
 */
export async function handInAll(tx: Db, given: ReadMail, at: Date): Promise<string[]> {
  const ids: string[] = [];
  for (const one of consultationsOf(given, at)) ids.push((await handIn(tx, one, at)).id);
  return ids;
}

function consultationsOf(
  { raw, receivedAt, sender, account, confidential, read }: ReadMail,
  at: Date,
): NewConsultation[] {
  const shown = sender.name === '' ? sender.address : `${sender.name} <${sender.address}>`;
  const common = {
    person: account ?? { id: null, name: shown.slice(0, MOST.name) },
    confidential,
    happenedAt: null,
    happenedAbout: null,
    otherSide: '',
    wish: '',
  };
  const received = receivedAt < at ? receivedAt : at;
  if (read === null)
    return [{ ...common, channel: 'mail', words: '', from: '', subject: '', mail: { raw, receivedAt: received } }];
  const words = head(read.words, MOST.words);
  if (read.mails.length > 0)
    return read.mails.map(({ raw, from, subject }) => ({
      ...common,
      channel: 'mail',
      words,
      from,
      subject: head(subject, MOST.subject),
      mail: { raw, receivedAt: sentAt(raw, received) },
    }));
  const told = words === '' ? read.subject : words;
  const mail = { raw: mailOfIncident(told, read.files), receivedAt: received };
  const subject = head(read.subject === '' ? (told.split('\n')[0] ?? '') : read.subject, MOST.subject);
  return [{ ...common, channel: 'other', happenedAt: received, words: told, from: '', subject, mail }];
}

/** As the mail says itself, unless that lies ahead. */
function sentAt(raw: Uint8Array, received: Date): Date {
  const { date } = readThreading(raw);
  return date !== null && date < received ? date : received;
}

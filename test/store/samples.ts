import { type CaseMessage, keptReading, type MailId } from '../../src/cases/index.ts';
import type { Act, Assessment, Band } from '../../src/detect/index.ts';
import { type Db, mailsWithoutVerdict, type NewVerdict, sourceState } from '../../src/store/index.ts';
import { assessmentWith, meant } from '../support/assessment.ts';
import { entryId } from '../support/ids.ts';
import { type WrittenVerdict, writeVerdict } from './write.ts';

export const at = (minute: number): Date => new Date(Date.UTC(2026, 9, 1, 0, minute));

let deliveries = 0;

/** Puts mails into the spool and gives their ids. */
export async function storeMails(db: Db, received: readonly { minute: number }[]): Promise<MailId[]> {
  const batch = received.map(({ minute }) => {
    const uid = ++deliveries;
    return {
      uidValidity: 1n,
      uid,
      receivedAt: at(minute),
      raw: new TextEncoder().encode(`Subject: ${uid}\r\n\r\n本文`),
    };
  });
  await sourceState(db, 'support').commit(batch, { uidValidity: 1n, lastUid: deliveries });
  return (await mailsWithoutVerdict(db, { limit: 1000 })).slice(-batch.length);
}

export async function storeMail(db: Db, received: { minute: number }): Promise<MailId> {
  return (await storeMails(db, [received]))[0]!;
}

export function assessment(band: Band, acts: readonly Act[] = ['insult-person']): Assessment {
  const probability = { ordinary: 0.001, grey: 0.05, review: 0.4, urgent: 0.9 }[band];
  return assessmentWith({
    band,
    probability,
    acts: acts.map((act, rank) => ({ act, probability: probability / (rank + 1) })),
    matches: [
      ...acts.map((act) => ({ ...match, ...meant(act), entry: entryId(`${act}.test`), act })),
      { ...match, ...meant(null), entry: entryId('guard.accommodation'), act: null },
    ],
    dictionary: 'abc123',
  });
}

const match = { part: 'body' as const, text: '土下座しろ', start: 0, end: 5 };

const message: CaseMessage = {
  from: { name: '取引先 太郎', address: 'taro@example.co.jp' },
  to: [],
  cc: [],
  subject: '至急',
  date: null,
  headers: [],
  attachments: [],
  parts: [{ id: 'body', text: '土下座しろ' }],
  segments: new Map([['body', [{ start: 0, end: 5, kind: 'own' }]]]),
};

export const verdictOf = (mailId: MailId, values: Partial<NewVerdict> = {}): NewVerdict => ({
  mailId,
  screenedAt: at(600),
  assessment: assessment('review'),
  sender: 'hash-of-sender',
  messageId: `id-${mailId}`,
  references: [],
  contentHash: `content-${mailId}`,
  characters: 42,
  warnings: [],
  display: { from: '取引先 太郎', subject: '至急', counterparty: 'example.co.jp' },
  reading: () => keptReading(message),
  ...values,
});

/** A mail that came in at `minute` and was judged. */
export async function judgedMail(
  db: Db,
  minute: number,
  values: Partial<NewVerdict> = {},
): Promise<WrittenVerdict & { mailId: MailId }> {
  const mailId = await storeMail(db, { minute });
  return { mailId, ...(await writeVerdict(db, verdictOf(mailId, values))) };
}

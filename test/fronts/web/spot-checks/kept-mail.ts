import { keptReading, type MailId, type Toss } from '../../../../src/cases/index.ts';
import { readMail } from '../../../../src/screening/pipeline.ts';
import { mailsWithoutVerdict, sourceState } from '../../../../src/store/index.ts';
import { assessment } from '../../../store/samples.ts';
import { writeVerdict } from '../../../store/write.ts';
import type { TestDesk } from '../support/desk.ts';
import { rawMail } from '../support/mails.ts';

let uid = 5_000;

/** Writes an ordinary mail that the coin kept, as the worker would. */
export async function keepMail(
  desk: TestDesk,
  { from = `kyaku${uid}@example.com`, subject = '件名', body = '本文' },
  more: Partial<Toss> = {},
): Promise<MailId> {
  const { db, clock } = desk;
  uid += 1;
  const receivedAt = clock.now;
  const raw = rawMail({ from, subject, body });
  const message = await readMail({ bytes: raw, receivedAt });
  await sourceState(db, 'support').commit([{ uidValidity: 1n, uid, receivedAt, raw }], {
    uidValidity: 1n,
    lastUid: uid,
  });
  const waiting = await mailsWithoutVerdict(db, { limit: 1_000 });
  const mailId = waiting.toSorted((a, b) => Number(a) - Number(b)).at(-1)!;
  const until = new Date(clock.now.getTime() + 30 * 86_400_000);
  await writeVerdict(db, {
    mailId,
    screenedAt: clock.now,
    assessment: assessment('ordinary', []),
    sender: from,
    messageId: `kept-${uid}`,
    references: [],
    contentHash: `kept-${uid}`,
    characters: body.length,
    warnings: [],
    display: { from, subject, counterparty: 'example.com' },
    reading: () => keptReading(message),
    toss: { stratum: 'some', chance: 0.5, place: 0.0000011, kept: true, until, ...more }, // a place that brings no decided mail in between
  });
  return mailId;
}

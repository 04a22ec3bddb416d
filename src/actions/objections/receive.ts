import { keyOf, type Origin, readOrigin } from '../../mail/index.ts';
import { ANSWER_DAYS, type Day, todayIn } from '../../response/index.ts';
import { receiveObjectionMail } from '../../store/index.ts';
import { dayAfter } from '../../util/day.ts';
import type { ActionDeps } from '../deps.ts';
import { aboutObjection } from './record.ts';

export interface ObjectionMailDeps extends Pick<ActionDeps, 'db' | 'audit' | 'now' | 'forwarded'> {
  readonly hash: (value: string) => string; // keyed
  readonly counterpartyOf: (address: string) => string;
  readonly timeZone: string; // of the company
}

const MOST_WORDS = 5000; // UTF-16 units; the mail itself is kept whole

/**
 * Writes down a mail to the mailbox for objections: it is judged by nobody but people. Once for each message, however often it is called; the
 * log says that one came and where it went, never from whom.
 */
export async function receiveObjection(
  deps: ObjectionMailDeps,
  { source, raw, receivedAt }: { readonly source: string; readonly raw: Uint8Array; readonly receivedAt: Date },
): Promise<void> {
  const origin = readOrigin(raw);
  const [from] = origin.from;
  const sender = from?.address ?? '';
  const words = await wordsOf(deps, origin, raw, receivedAt);
  const at = deps.now();
  const received = todayIn(deps.timeZone, receivedAt);
  await deps.audit.during(
    (tx) =>
      receiveObjectionMail(tx, {
        ...{ source, raw, receivedAt, words, sender, at, received },
        key: keyOf(origin, raw),
        from: from === undefined ? '' : (from.name === '' ? sender : `${from.name} <${sender}>`).slice(0, 200),
        messageId: origin.messageId === null ? null : deps.hash(origin.messageId),
        references: [...new Set(origin.references)].map(deps.hash),
        counterparty: sender === '' ? '' : deps.counterpartyOf(sender),
        automatic: origin.automatic || origin.bounce,
        due: dayAfter(received, ANSWER_DAYS) as Day,
      }),
    (made) =>
      made && {
        ...{ at, person: null, name: '', address: null },
        action: 'objection.record',
        ...aboutObjection(made),
        details: { objection: made.id, mail: true },
      },
  );
}

/** Subject and own words, read in a thread: a stranger wrote them. Of a mail that cannot be taken apart the subject alone. */
async function wordsOf(
  deps: ObjectionMailDeps,
  { subject }: Origin,
  raw: Uint8Array,
  receivedAt: Date,
): Promise<string> {
  const read = await deps.forwarded(raw, receivedAt).catch(() => null);
  return [subject, read?.words ?? '']
    .filter((part) => part.trim() !== '')
    .join('\n\n')
    .slice(0, MOST_WORDS);
}

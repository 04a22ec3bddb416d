import {
  isPrivate,
  keptReading,
  type MailId,
  parseMailId,
  type SpotSettings,
  type Toss,
  tossFor,
} from '../../cases/index.ts';
import type { Keys } from '../../config/index.ts';
import { hasFound, isForeign } from '../../detect/index.ts';
import type { Handler } from '../../jobs/index.ts';
import { excerpt, UnreadableMailError } from '../../mail/index.ts';
import {
  type Db,
  findHistory,
  type HistoryQuestion,
  loadMail,
  type NewReading,
  type NewVerdict,
  recordFailure,
  StoreAwayError,
  type StoredMail,
  unlessAway,
  writeUnreadable,
  writeVerdict,
} from '../../store/index.ts';
import type { Logger } from '../../util/log.ts';
import { AbortedAttemptError } from '../aborted-attempt.ts';
import { type AssessedMail, type AssessMail, type Correspondence, type HistoryOf, ownLength } from '../pipeline.ts';
import type { ReadMessage } from '../read-message.ts';
import { UnopenedMailError } from '../unopened.ts';

export interface WorkerDeps {
  readonly db: Db;
  readonly keys: Pick<Keys, 'hash'>;
  readonly screen: AssessMail;
  readonly counterpartyOf: (address: string) => string;
  readonly spotChecks?: SpotSettings; // no ordinary mail is kept unless it is there
  /** The day of the row for what nobody can open of a source, YYYY-MM-DD; null: a case for each. */
  readonly rowDay?: (source: string, at: Date) => string | null;
  readonly now: () => Date;
  /** When a mail counts as judged; now unless given. */
  readonly judgedAt?: (mail: { readonly receivedAt: Date }) => Date;
  readonly log: Logger;
}

/** Earlier verdicts matter for this long. */
const HISTORY_MS = 60 * 86_400_000;

/** A mail in hand: it has its bytes, and waits for its verdict. */
export type MailInHand = StoredMail & { readonly raw: Uint8Array };

/** Which attempt at a mail this is. */
export type Attempt = Parameters<Handler<'screen'>>[1];

/**
 * The job of one mail: its row becomes one verdict. It may run twice: a row with a verdict is left as it is. What
 * fails is tried again; after the last attempt the mail becomes a case of its own (判定不能), never silence. That the store
 * is away is no failure of the mail.
 *
 * @returns whether it is to be tried again
 */
export function createScreenJob(deps: WorkerDeps) {
  const { db, log } = deps;
  return async function screenJob(payload: { readonly mailId: string }, attempt: Attempt): Promise<boolean> {
    const mailId = parseMailId(payload.mailId);
    const mail = mailId && (await loadMail(db, mailId));
    if (mail === null || !isInHand(mail)) return false;
    try {
      const screened = await deps.screen({ ...mail, bytes: mail.raw }, historyOf(deps, mail));
      const verdict = verdictOf(deps, mail, screened);
      await unlessAway(writeVerdict(db, verdict));
      log.debug({ mailId, band: screened.assessment.band }, 'screened');
      return false;
    } catch (error) {
      return isToTryAgain(deps, mail, error, attempt);
    }
  };
}

export const isInHand = (mail: StoredMail): mail is MailInHand => mail.raw !== null && !mail.hasVerdict;

/**
 * Writes down that an attempt failed, and what becomes of the mail when it was the last.
 *
 * @returns whether the mail is to be tried again. @throws StoreAwayError when that is what failed
 */
export async function isToTryAgain(
  deps: WorkerDeps,
  mail: MailInHand,
  error: unknown,
  attempt: Attempt,
): Promise<boolean> {
  if (error instanceof StoreAwayError) throw error; // the sweep comes back to the mail, however often
  const { db, now, log } = deps;
  const { id: mailId } = mail;
  if (error instanceof UnopenedMailError) {
    const read = readingOf(deps, error.mail);
    const at = now();
    const rowDay = error.code === 'encrypted' ? null : (deps.rowDay?.(mail.source, at) ?? null);
    await unlessAway(writeUnreadable(db, { mailId, at, reason: error.code, read, rowDay }));
    log.debug({ mailId, code: error.code }, 'not opened');
    return false;
  }
  const { name, code } = describe(error);
  await recordFailure(db, { mailId, attempt: attempt.number, at: now(), code, message: name });
  const hopeless = error instanceof UnreadableMailError;
  log.warn({ mailId, attempt: attempt.number, code }, hopeless ? 'unreadable mail' : 'screening failed');
  if (!hopeless && !attempt.last) return true;
  if (error instanceof AbortedAttemptError && (await judgedInPart(deps, mail))) return false;
  await writeUnreadable(db, { mailId, at: now(), reason: code });
  return false;
}

/** A mail too heavy to be judged as a whole is as urgent as its beginning and end are; where they show nothing, a person looks. */
async function judgedInPart(deps: WorkerDeps, mail: MailInHand): Promise<boolean> {
  try {
    const screened = await deps.screen({ ...mail, bytes: excerpt(mail.raw) }, historyOf(deps, mail));
    if (!hasFound(screened.assessment)) return false;
    const verdict = verdictOf(deps, mail, screened);
    await unlessAway(writeVerdict(deps.db, { ...verdict, warnings: [...verdict.warnings, 'in-part'] }));
    return true;
  } catch (error) {
    if (error instanceof StoreAwayError) throw error;
    return false;
  }
}

export function historyOf(deps: WorkerDeps, mail: StoredMail): HistoryOf {
  return (message) => unlessAway(findHistory(deps.db, historyQuestion(deps.keys, mail, message)));
}

export const historyQuestion = (
  keys: Pick<Keys, 'hash'>,
  { receivedAt }: Pick<StoredMail, 'receivedAt'>,
  message: Correspondence,
): HistoryQuestion => ({
  ...hashesOf(keys, message),
  before: receivedAt,
  since: new Date(receivedAt.getTime() - HISTORY_MS),
});

/** What a verdict may remember of a mail: keyed hashes of who and which. */
export function hashesOf(keys: Pick<Keys, 'hash'>, message: Correspondence) {
  const ids = [...message.references, ...(message.inReplyTo === null ? [] : [message.inReplyTo])];
  return {
    sender: message.from && keys.hash(message.from.address),
    messageId: message.messageId === null ? null : keys.hash(message.messageId),
    references: [...new Set(ids)].map(keys.hash),
  };
}

/** What is written down of a judgement. */
export type VerdictDeps = Pick<WorkerDeps, 'counterpartyOf' | 'spotChecks' | 'now' | 'judgedAt'> & {
  readonly keys: Pick<Keys, 'hash'>;
};

export function verdictOf(
  deps: VerdictDeps,
  mail: Pick<StoredMail, 'id' | 'source' | 'receivedAt'>,
  screened: AssessedMail,
): NewVerdict {
  const { now, judgedAt = now } = deps;
  const { message, assessment } = screened;
  const reading = readingOf(deps, message);
  return {
    mailId: mail.id,
    screenedAt: judgedAt(mail),
    assessment,
    ...reading,
    warnings: [...reading.warnings, ...(isForeign(assessment) ? (['foreign'] as const) : [])],
    toss: tossOf(deps, mail, screened),
  };
}

function readingOf(
  { keys, counterpartyOf }: Pick<VerdictDeps, 'keys' | 'counterpartyOf'>,
  message: ReadMessage,
): NewReading {
  const { from, subject } = message;
  return {
    ...hashesOf(keys, message),
    contentHash: keys.hash(message.contentHash),
    characters: ownLength(message),
    warnings: message.warnings,
    display: {
      from: from === null ? '' : from.name === '' ? from.address : `${from.name} <${from.address}>`,
      subject,
      counterparty: from === null ? '' : counterpartyOf(from.address),
    },
    reading: () => keptReading(message),
  };
}

/** A number from 0 to 1, 1 not included: nobody without the key can foresee it. */
const coinOf = (keys: Pick<Keys, 'hash'>, id: MailId): number =>
  Buffer.from(keys.hash(`coin ${id}`), 'base64url').readUIntBE(0, 6) / 2 ** 48;

/** The coin of a mail falls the same whoever judges it, and however often. */
function tossOf(
  { keys, spotChecks, now, judgedAt = now }: VerdictDeps,
  mail: Pick<StoredMail, 'id' | 'source' | 'receivedAt'>,
  screened: AssessedMail,
): Toss | null {
  if (spotChecks?.oneIn == null || spotChecks.exceptSources.includes(mail.source)) return null;
  if (isPrivate(screened.message)) return null;
  const { oneIn } = spotChecks;
  return tossFor(screened.assessment.probability, coinOf(keys, mail.id), { ...spotChecks, oneIn }, judgedAt(mail));
}

/** Name and code only: a message might quote the mail. */
function describe(error: unknown): { name: string; code: string } {
  if (!(error instanceof Error)) return { name: 'Error', code: 'unknown' };
  return { name: error.name, code: String((error as { code?: unknown }).code ?? 'unknown') };
}

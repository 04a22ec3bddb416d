import {
  type Assessment,
  assess,
  type Detector,
  type History,
  isSurfaced,
  type ReadClause,
  readClauses,
} from '../detect/index.ts';
import { type MailWarning, type Message, type PartId, parseMail, parseWithDocuments } from '../mail/index.ts';
import { segment, segmentsOf } from '../text/index.ts';
import { highestOf, isAttached, namesOf } from './attached.ts';
import { opened } from './documents.ts';
import { ownSentences } from './own-sentences.ts';
import type { ReadMessage } from './read-message.ts';
import { UnopenedMailError, unopenedOf } from './unopened.ts';

/** What the outside gives for one mail. */
export interface Mail {
  readonly bytes: Uint8Array;
  readonly receivedAt: Date;
  readonly source: string;
}

/** What a mail is judged by; the same for worker, `scan`, `eval`, backtest and the try-it box. */
export interface Rules extends Detector {
  readonly timeZone: string;
}

/** Who wrote and what it follows: all that its history is found by. */
export type Correspondence = Pick<Message, 'from' | 'messageId' | 'inReplyTo' | 'references'>;

/** Earlier mails of the message's thread and sender; asked once, after parsing. */
export type HistoryOf = (message: Correspondence) => Promise<History>;

export const noHistory: HistoryOf = async () => [];

export interface AssessedMail {
  readonly message: ReadMessage;
  readonly assessment: Assessment;
}

/** `screen` by the rules in force, wherever it runs. */
export type AssessMail = (mail: Mail, historyOf: HistoryOf) => Promise<AssessedMail>;

/** A mail program shows its reader what we did not read. */
const UNREAD: ReadonlySet<MailWarning> = new Set(['too-large', 'too-deep', 'too-many-parts', 'text-cut']);

/** Parses a mail and tells own words from quoted ones; documents stay closed. @throws UnreadableMailError */
export const readMail = async ({ bytes, receivedAt }: Pick<Mail, 'bytes' | 'receivedAt'>): Promise<ReadMessage> =>
  segmented(await parseMail(bytes, receivedAt));

const segmented = (message: Message): ReadMessage => ({ ...message, segments: segmentsOf(message.parts) });

/**
 * One mail on its whole way: mail → message → own text → tokens → assessment. Deterministic for equal arguments.
 *
 * @throws UnreadableMailError when the bytes are no mail, UnopenedMailError when it shows nothing but what nobody can
 *   open, and its subject alone surfaces nothing; trying again cannot help.
 *
 * @example
 * const { assessment } = await screen(mail, await loadRules(config), noHistory);
 */
export async function screen(mail: Mail, rules: Rules, historyOf: HistoryOf): Promise<AssessedMail> {
  const parsed = await parseWithDocuments(mail.bytes, mail.receivedAt);
  const message = segmented(await opened(parsed.message, parsed.documents));
  const history = await historyOf(message);
  const assessment = assessMessage(message, rules, history, mail.source);
  const unopened = isSurfaced(assessment.band) ? null : unopenedOf(message);
  if (unopened !== null) throw new UnopenedMailError(unopened, message);
  return { message, assessment };
}

/**
 * The judgement on a message that has been read already: on its own words, or on those of an attachment or its names where they alone
 * reach a higher band. So nothing around a threat calms it, neither a letter beside it nor a table behind it. What came before is
 * a matter of the mail's own words: who sends a table every hour does not press.
 *
 * @param source where it came in, itself or one of its folders
 */
export function assessMessage(
  message: ReadMessage,
  rules: Rules,
  history: History,
  source: string | null = null,
): Assessment {
  const { warnings } = message;
  const names = namesOf(message);
  const texts = new Map([...message.parts, names].map(({ id, text }) => [id, text]));
  const segments = new Map(message.segments).set('names', segment(names.text, 'subject'));
  const unread = warnings.some((warning) => UNREAD.has(warning));
  const judge = (parts: ReadMessage['parts'], earlier: History = []): Assessment => {
    const { own, cut } = ownSentences({ parts, segments });
    const subject = {
      sentences: own,
      textOf: (part: PartId) => texts.get(part) ?? '',
      at: message.receivedAt,
      timeZone: rules.timeZone,
      history: earlier,
      notes: message.automatic ? ['mail.automatic'] : [],
      unjudged: cut || unread,
      mailbox: source?.split('/', 1)[0] ?? null, // names of sources have no slash
    };
    return assess(subject, rules);
  };
  const own = judge(
    message.parts.filter((part) => !isAttached(part)),
    history,
  );
  const files = message.parts.filter(isAttached).map((part) => ({ ...judge([part]), file: part.file ?? '' }));
  return highestOf(own, names.text === '' ? files : [judge([names]), ...files]);
}

/** What every own sentence does, as the dictionaries read it; judging reads only those it needs. */
export const clausesOf = (message: ReadMessage, rules: Pick<Rules, 'tokenize'>): ReadClause[] =>
  readClauses(ownSentences(message).own, rules.tokenize);

/** Characters of own text; attachments, quoted and signature text left out. */
export const ownLength = ({ segments }: ReadMessage): number =>
  [...segments]
    .flatMap(([id, all]) => (isAttached({ id }) ? [] : all))
    .reduce((sum, { kind, start, end }) => sum + (kind === 'own' ? end - start : 0), 0);

import { isJudged, type JudgedRow, type PastRow } from '../../cases/index.ts';
import { answerAt, type EarlierMail, type History } from '../../detect/index.ts';
import { createSeenMessages, type MessageIds } from '../../mail/index.ts';

const HISTORY_MS = 60 * 86_400_000; // as long as in service
const MOST_MAILS = 200; // the same

/** Whose history is asked for, in keyed hashes. */
export interface PastQuestion extends MessageIds {
  readonly sender: string | null;
  readonly at: Date; // what came before
}

/**
 * What a trial knows of the mails that it has read: the history of each is that of then, and knows nothing that came later. It says
 * what the store would say (`findHistories`), had it been in service; what people decided is not in it.
 */
export interface PastMemory {
  threadOf(message: MessageIds): string | null;
  /** Whether the same message was delivered before. */
  isKnown(messageId: string | null, content: string): boolean;
  historyOf(question: PastQuestion): History;
  /** To be called in the order in which they came. */
  add(row: PastRow): void;
}

export function createPastMemory(rows: readonly PastRow[] = []): PastMemory {
  const seen = createSeenMessages();
  const messages = new Set<string>();
  const [byThread, bySender, answers] = [new Shelf(), new Shelf(), new Shelf()];

  function add(row: PastRow): void {
    const { kind, messageId, content, thread, sender, at } = row;
    if (kind === 'unreadable' || kind === 'gone') return;
    if (thread !== null) seen.add(messageId, { thread, at });
    if (kind === 'answer') answers.put(thread, row);
    if (kind !== 'judged') return;
    if (messageId !== null) messages.add(`${messageId} ${content}`);
    byThread.put(thread, row);
    bySender.put(sender, row);
  }
  for (const row of rows) add(row);

  return {
    add,
    threadOf: seen.threadOf,
    isKnown: (messageId, content) => messageId !== null && messages.has(`${messageId} ${content}`),
    historyOf(question) {
      const { sender, at } = question;
      const thread = seen.threadOf(question);
      const mails = new Set([...byThread.before(thread, at), ...bySender.before(sender, at)]);
      const asEarlier = (row: JudgedRow): EarlierMail => ({
        at: row.at,
        direction: 'in',
        sameThread: row.thread === thread,
        sameSender: row.sender !== null && row.sender === sender,
        band: row.verdict.band,
        entries: row.verdict.entries,
        characters: row.characters,
      });
      const newest = [...mails].sort((a, b) => a.at.getTime() - b.at.getTime() || a.n - b.n).slice(-MOST_MAILS);
      return [...newest.filter(isJudged).map(asEarlier), ...answers.before(thread, at).map((row) => answerAt(row.at))]
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .slice(-MOST_MAILS);
    },
  };
}

/** Rows under a key, in the order in which they came. */
class Shelf {
  readonly #rows = new Map<string, PastRow[]>();

  put(key: string | null, row: PastRow): void {
    if (key === null) return;
    const known = this.#rows.get(key);
    if (known === undefined) this.#rows.set(key, [row]);
    else known.push(row);
  }

  /** The newest that came before a moment and not too long before it, oldest first. */
  before(key: string | null, at: Date): PastRow[] {
    const rows = key === null ? [] : (this.#rows.get(key) ?? []);
    const found: PastRow[] = [];
    for (let i = rows.length - 1; i >= 0 && found.length < MOST_MAILS; i--) {
      const row = rows[i]!;
      if (row.at.getTime() < at.getTime() - HISTORY_MS) break;
      if (row.at < at) found.push(row);
    }
    return found.reverse();
  }
}

import {
  type Anchor,
  type AuditEntry,
  type Head,
  readHead,
  type Seal,
  sealWith,
  type Verification,
  verifyChain,
  writeHead,
} from '../audit/index.ts';
import { appendAudit, auditHash, auditRows, type Db } from '../store/index.ts';
import type { Logger } from '../util/log.ts';

/** Who did what, in a chain that shows every later change. What cannot be written down does not happen. */
export interface AuditLog {
  record(entry: AuditEntry): Promise<void>;
  /** Does `act` and writes down what `entryOf` makes of its result, in one transaction; null writes nothing. */
  during<T>(act: (tx: Db) => Promise<T>, entryOf: (result: T) => AuditEntry | null): Promise<T>;
  /** @param anchors heads that were noted elsewhere */
  verify(anchors?: readonly Anchor[]): Promise<Verification>;
}

export interface AuditLogOptions {
  readonly db: Db;
  readonly key: string; // seals the rows; never in the database
  readonly dataPath: string; // where the newest row is remembered
  readonly log: Logger;
}

/**
 * Opens the log; what is written goes through the store's transaction, and its end is remembered in the data directory.
 *
 * @example
 * await audit.during((tx) => holdCase(tx, id, by), () => ({ ...actor, action: 'case.hold', target: `case/${id}`, details: {} }));
 */
export function openAuditLog({ db, key, dataPath, log }: AuditLogOptions): AuditLog {
  const seal: Seal = sealWith(key);
  let remembering: Promise<void> = Promise.resolve();
  let waiting: { head: Head; readonly done: Promise<void> } | null = null;

  /** A head that is not in the log any more is proof of a change: it stays, for `verify` to find. */
  async function advance(head: Head): Promise<void> {
    const known = await readHead(dataPath);
    if (known !== null && (known.seq >= head.seq || (await auditHash(db, known.seq)) !== known.hash)) return;
    await writeHead(dataPath, head);
  }

  /**
   * One after another, and the newest for all that wait meanwhile. The entry is committed: what fails here costs proof about the end of the
   * log, not the act.
   */
  function remember(head: Head): Promise<void> {
    if (waiting !== null) {
      if (head.seq > waiting.head.seq) waiting.head = head;
      return waiting.done;
    }
    const next = { head, done: remembering.then(() => rememberNow()) };
    waiting = next;
    remembering = next.done;
    return next.done;

    async function rememberNow(): Promise<void> {
      waiting = null;
      await advance(next.head).catch((error: NodeJS.ErrnoException) => {
        log.error({ code: error.code ?? error.name }, 'the end of the audit log could not be remembered');
      });
    }
  }

  async function during<T>(act: (tx: Db) => Promise<T>, entryOf: (result: T) => AuditEntry | null): Promise<T> {
    const { result, head } = await db.transaction(async (tx) => {
      const result = await act(tx);
      const entry = entryOf(result);
      return { result, head: entry && (await appendAudit(tx, entry, seal)) };
    });
    if (head !== null) await remember(head);
    return result;
  }

  return {
    during,
    record: (entry) =>
      during(
        async () => {},
        () => entry,
      ),
    async verify(anchors = []) {
      await remembering;
      const head = await readHead(dataPath); // before the rows: those written meanwhile come after it
      return verifyChain(auditRows(db, {}), seal, head, anchors);
    },
  };
}

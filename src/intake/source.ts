/** A mail larger than this arrives as its first MAX_MAIL_BYTES bytes: text stands first, attachments behind it. */
export const MAX_MAIL_BYTES = 50 * 1024 * 1024;

/** A position in a source. IMAP's own numbers; a directory keeps uidValidity 1 and counts its uids itself. */
export interface Cursor {
  readonly uidValidity: bigint;
  readonly lastUid: number; // 0: nothing seen
}

/** The raw bytes of one delivery as the source gave them. */
export interface Delivery {
  readonly uidValidity: bigint;
  readonly uid: number;
  readonly receivedAt: Date;
  readonly raw: Uint8Array;
}

/** What the store remembers of a source between two starts. */
export interface SourceState {
  readonly name: string; // of the source; of one of its folders: with a slash and the folder behind it
  /** null before the first connection: the source then starts at mails that arrive from now on, or at its backfill. */
  cursor(): Promise<Cursor | null>;
  /** When the source was last well: its newest commit or `report(null)`. null before the first. */
  lastContactAt(): Promise<Date | null>;
  /**
   * Writes mail rows and moves the cursor to `cursor` in one transaction; a delivery that is already there is skipped.
   * Resolves when committed. `deliveries` may be empty: then only the cursor moves.
   */
  commit(deliveries: readonly Delivery[], cursor: Cursor): Promise<void>;
  /** Tells the review app how the source is: null when well, else one clear sentence. */
  report(trouble: string | null): Promise<void>;
  /** Tells the review app what the source is doing when that is not merely waiting for mail; null when it is. */
  note(sentence: string | null): Promise<void>;
  /** Counts rows that a server sent for mails that nobody asked for; they are not taken for mails. */
  unasked(rows: number): Promise<void>;
  /** What is remembered of one folder of a source that watches several: it has a cursor and a health of its own. */
  part(folder: string): SourceState;
  /** Directory sources: the uids of files, the same one for the same key at every call, new keys counted upwards in their order. */
  uidsOf(fileKeys: readonly string[]): Promise<readonly number[]>;
}

/** One inbox, watched until `signal` aborts. Rejects never for trouble with the source: it reports and tries again. */
export interface Source {
  readonly name: string;
  watch(state: SourceState, signal: AbortSignal): Promise<void>;
  /** Logs in or opens once, reads nothing. Resolves with a sentence on what was found; rejects with one on what to do. */
  check(): Promise<string>;
}

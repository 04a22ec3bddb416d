const MAX_REFERENCES = 100; // a header may name thousands

/** Ids of a message and of those it answers, oldest first, as they are or as keyed hashes. */
export interface MessageIds {
  readonly messageId: string | null;
  readonly references: readonly string[];
}

/** The oldest reference, which names the thread, and the newest ones. */
export const boundedReferences = (references: readonly string[]): string[] =>
  references.length <= MAX_REFERENCES ? [...references] : [references[0]!, ...references.slice(1 - MAX_REFERENCES)];

/** A message that was seen before: when it came, and its thread. */
interface Seen {
  readonly thread: string;
  readonly at: Date;
}

/** What is known of the messages that others refer to. */
export interface SeenMessages {
  /**
   * What a message's thread is known by: the thread of the newest message it refers to that we have seen, else its
   * oldest reference, else its own id. null when it has neither.
   */
  threadOf(message: MessageIds): string | null;
  /** Counts a message as seen for those that are asked for after it. */
  add(messageId: string | null, seen: Seen): void;
}

export function createSeenMessages(): SeenMessages {
  const seen = new Map<string, Seen>();
  return {
    add(messageId, one) {
      const known = messageId === null ? undefined : seen.get(messageId);
      if (messageId !== null && (known === undefined || known.at < one.at)) seen.set(messageId, one);
    },
    threadOf({ messageId, references }) {
      const known = boundedReferences(references);
      if (known.length === 0) return messageId;
      let newest: Seen | null = null;
      for (const id of known) {
        const one = seen.get(id);
        if (one !== undefined && (newest === null || one.at > newest.at)) newest = one;
      }
      return newest?.thread ?? known[0]!;
    },
  };
}

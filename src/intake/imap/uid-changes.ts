const MOST_CHANGES = 3;
const WITHIN_MS = 60 * 60_000;

/**
 * Remembers over connections how often the uids of a folder became other ones. Each time the mails of at least a day are
 * read again: a server that gives new uids whenever the folder is opened (Courier does, where no client has ever opened it
 * for writing) would have them read for ever.
 */
export interface UidChanges {
  /** To be called at each change: whether it may be followed. */
  mayFollow(): boolean;
}

export function createUidChanges(now: () => number = () => performance.now()): UidChanges {
  let times: number[] = [];
  return {
    mayFollow() {
      times = times.filter((time) => now() - time < WITHIN_MS);
      if (times.length >= MOST_CHANGES) return false;
      times.push(now());
      return true;
    },
  };
}

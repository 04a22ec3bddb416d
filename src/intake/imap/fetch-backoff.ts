const BLOCK_MAILS = 200;
const GIVE_UP_AFTER = 4;

/**
 * Remembers over connections which mails break them. Some servers hang up on a mail that they cannot read (Dovecot
 * does); asked for in every block again, it would hold up all that follow.
 */
export interface FetchBackoff {
  /** How many mails from `uid` on may be asked for together. */
  blockSize(uid: number): number;
  /** Asked for alone, this mail has broken too many connections. */
  isHopeless(uid: number): boolean;
  /** The connection was lost while these were asked for; a mail is given up only for what may be its own fault. */
  stumbled(uids: readonly number[], over: 'mails' | 'server'): void;
}

export function createFetchBackoff(): FetchBackoff {
  let cautiousUntil = 0; // the last uid of a block that broke a connection
  let alone = { uid: 0, times: 0 };
  return {
    blockSize: (uid) => (uid <= cautiousUntil ? 1 : BLOCK_MAILS),
    isHopeless: (uid) => alone.uid === uid && alone.times >= GIVE_UP_AFTER,
    stumbled(uids, over) {
      const [uid = 0] = uids;
      cautiousUntil = Math.max(cautiousUntil, uids.at(-1) ?? 0);
      if (uids.length === 1 && over === 'mails') alone = { uid, times: alone.uid === uid ? alone.times + 1 : 1 };
    },
  };
}

/** Mails of one sender or thread are judged one after the other: what was judged before counts for the next. */
export interface Related {
  /** What a mail shares with those it is related to: hashes of its sender and of the messages it names. */
  readonly keys: readonly string[];
}

/** Related mails that wait for each other longer than this are judged without each other. */
const PATIENCE_MS = 2_000;

/** Which mails of all batches of this process are being judged. */
export interface InHand {
  /**
   * Takes, in their order, the mails that are related to none before them and to none in hand; at least one, or it waits. None
   * overtakes one that it is related to.
   */
  take<M extends Related>(mails: readonly M[]): Promise<M[]>;
  release(mails: readonly Related[]): void;
}

export function createInHand(): InHand {
  const held = new Map<string, number>();
  const waiting: (() => void)[] = [];

  const freeInTurn = () => {
    const behind = new Set<string>();
    return (mail: Related): boolean => {
      const isFree = mail.keys.every((key) => !behind.has(key) && !held.has(key));
      for (const key of mail.keys) behind.add(key);
      return isFree;
    };
  };

  const released = (): Promise<void> =>
    new Promise((go) => {
      const timer = setTimeout(go, PATIENCE_MS);
      waiting.push(() => {
        clearTimeout(timer);
        go();
      });
    });

  return {
    async take(mails) {
      const until = performance.now() + PATIENCE_MS;
      for (;;) {
        const isFree = freeInTurn();
        let taken = mails.filter(isFree);
        if (taken.length === 0 && performance.now() >= until) taken = mails.slice(0, 1);
        if (taken.length > 0 || mails.length === 0) {
          for (const key of taken.flatMap(({ keys }) => keys)) held.set(key, (held.get(key) ?? 0) + 1);
          return taken;
        }
        await released();
      }
    },
    release(mails) {
      for (const key of mails.flatMap(({ keys }) => keys)) {
        const left = held.get(key)! - 1;
        if (left > 0) held.set(key, left);
        else held.delete(key);
      }
      for (const go of waiting.splice(0)) go();
    },
  };
}

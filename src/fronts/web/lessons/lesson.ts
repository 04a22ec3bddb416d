/** A short lesson on one act. Every example is invented. */
export interface Lesson {
  readonly what: string; // what it is
  readonly counts: string; // an example
  readonly fine: string; // one that is close to it and is none
  readonly why: string; // what the difference is
  readonly act: string; // what to do
  readonly check: {
    readonly sentences: readonly [string, string];
    readonly which: 0 | 1; // the one that counts
    readonly because: string;
  };
}

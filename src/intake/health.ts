import type { Logger } from '../util/log.ts';
import type { SourceState } from './source.ts';

/** What is wrong with a source: `kind` goes to the log, the sentence to the review app only, for it may name a host. */
export interface Trouble<Kind extends string = string> {
  readonly kind: Kind;
  readonly sentence: string;
}

/** Tells review app and log how a source is; neither is flooded by a state that lasts. */
export interface Health {
  well(): Promise<void>;
  ill(trouble: Trouble): Promise<void>;
}

const CONTACT_EVERY_MS = 30_000; // how old the review app's "last contact" may become while all is well

/** Trouble is written each time it is met: a commit in between may have counted as good news. */
export function createHealth({ name, log }: { name: string; log: Logger }, state: SourceState): Health {
  let kind: string | null = null;
  let toldWellAt = Number.NEGATIVE_INFINITY;
  return {
    async well() {
      if (kind === null && performance.now() - toldWellAt < CONTACT_EVERY_MS) return;
      await state.report(null);
      if (kind !== null) log.info({ source: name }, 'the source is well again');
      kind = null;
      toldWellAt = performance.now();
    },
    async ill(trouble) {
      if (kind !== trouble.kind) log.warn({ source: name, trouble: trouble.kind }, 'the source has trouble');
      kind = trouble.kind;
      await state.report(trouble.sentence);
    },
  };
}

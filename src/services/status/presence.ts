import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { ReadRules } from '../../screening/index.ts';
import { forgetRunning, noteRunning, type Store } from '../../store/index.ts';
import { type Logger, logFor } from '../../util/log.ts';
import { lookAgain } from '../look-again.ts';

interface PresenceDeps {
  readonly store: Store;
  readonly rules: () => ReadRules;
  readonly part: string;
  readonly log: Logger;
}

const EVERY_MS = 10_000;

/** Tells the others by which dictionaries this process judges. Null where there can be no other: PGlite belongs to one. */
export function startPresence({ store: { db, engine }, rules, part, log }: PresenceDeps): AsyncDisposable | null {
  if (engine.kind === 'pglite') return null;
  const id = randomUUID();
  const host = part === 'all' ? hostname() : `${hostname()} ${part}`;
  const say = logFor(log, 'app');
  const telling = lookAgain(() => noteRunning(db, { id, host, dictionary: rules().dictionary.version }), {
    everyMs: EVERY_MS,
    onFailure: (error) => say.warn({ error: error.name }, 'the version of the dictionaries could not be told'),
  });
  return {
    async [Symbol.asyncDispose]() {
      await telling[Symbol.asyncDispose]();
      await forgetRunning(db, id).catch(() => {}); // then it is forgotten within a minute
    },
  };
}

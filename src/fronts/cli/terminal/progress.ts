import { SingleBar } from 'cli-progress';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';

/** A run shorter than this shows no bar. Milliseconds. */
const PATIENCE_MS = 1000;

export interface Progress {
  /** So many units more are done. */
  advance(units: number): void;
  /** Takes the bar away. */
  end(): void;
}

/**
 * A bar on standard error for a person who waits; nothing when it is no terminal or the run is short.
 *
 * @param total in any unit; 0 when nobody knows, then there is no bar.
 */
export function createProgress(total: number, { err, errIsTerminal }: Pick<Io, 'err' | 'errIsTerminal'>): Progress {
  const started = Date.now();
  let bar: SingleBar | null = null;
  let done = 0;
  return {
    advance(units) {
      done += units;
      if (bar === null && errIsTerminal && total > 0 && Date.now() - started >= PATIENCE_MS) {
        bar = new SingleBar({
          stream: err,
          format: `${say('処理中', 'working')} {bar} {percentage}% {eta_formatted}`,
          barCompleteChar: '█',
          barIncompleteChar: '░',
          clearOnComplete: true,
          hideCursor: true,
        });
        bar.start(total, done);
      }
      bar?.update(Math.min(done, total));
    },
    end: () => bar?.stop(),
  };
}

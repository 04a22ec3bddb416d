import type { Logger } from '../../util/log.ts';
import type { SourceState } from '../source.ts';

const WORTH_TELLING = 500; // mails; fewer are there in a moment
const TELL_EVERY_MS = 5_000;

/** Tells review app and log how far a long reading is: a backfill, or what came while nobody watched. */
export interface Progress {
  made(mails: number): Promise<void>;
  end(): Promise<void>;
}

export function createProgress(state: SourceState, total: number, log: Logger): Progress {
  const source = state.name.split('/', 1)[0];
  const isLong = total >= WORTH_TELLING;
  let done = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    async made(mails) {
      done += mails;
      if (!isLong || performance.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = performance.now();
      log.info({ source, done, total }, 'reading a backlog');
      const count = `${done.toLocaleString('en')}/${total.toLocaleString('en')}`;
      await state.note(`たまっていたメールを読んでいます (${count}通)。/ Reading a backlog: ${count} mails.`);
    },
    async end() {
      if (!isLong) return;
      log.info({ source, done, total }, done < total ? 'reading a backlog was interrupted' : 'a backlog is read');
      await state.note(null).catch(() => {}); // what ended the reading matters more
    },
  };
}

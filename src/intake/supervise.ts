import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../util/log.ts';
import { createHealth, type Health, type Trouble } from './health.ts';
import type { SourceState } from './source.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const STEADY_MS = 30_000; // a session that ends sooner counts as failed, however well it was: a server may drop each one
/** Trouble that only a person can end, and where each attempt may cost: servers lock accounts out after a few. */
export const SLOW_PAUSE_MS = 5 * 60_000;

/** One stretch of watching, from opening the source to losing it or to `signal`. Throws what ended it, if anything did. */
export type Session = (state: SourceState, health: Health, signal: AbortSignal) => Promise<void>;

export interface PersistOptions {
  readonly name: string;
  readonly log: Logger;
  /** In words for people; `slow` when trying again soon cannot help. */
  readonly explain: (error: unknown) => Trouble & { readonly slow: boolean };
}

/**
 * Runs sessions one after the other until `signal` aborts, with growing pauses while they fail. Never rejects.
 *
 * @example
 * const watch = superviseWithBackoff(session, { name: 'support', log, explain: explainImapTrouble });
 * await watch(state, signal);
 */
export function superviseWithBackoff(session: Session, { name, log, explain }: PersistOptions) {
  return async function watch(state: SourceState, signal: AbortSignal): Promise<void> {
    const health = createHealth({ name, log }, state);
    let failures = 0;
    let isWell = false;
    const noting: Health = {
      ...health,
      async well() {
        isWell = true;
        await health.well();
      },
    };
    while (!signal.aborted) {
      let slow = false;
      isWell = false;
      const began = performance.now();
      try {
        await session(guarded(state), noting, signal);
      } catch (error) {
        if (signal.aborted) return;
        const trouble = error instanceof StateError ? stateTrouble(error) : explain(error);
        slow = trouble.slow;
        await health.ill(trouble).catch(() => log.error({ source: name }, 'the state of the source cannot be written'));
      }
      if (isWell && performance.now() - began >= STEADY_MS) failures = 0;
      await pause(slow ? SLOW_PAUSE_MS : pauseAfter(failures++), undefined, { signal }).catch(() => {});
    }
  };
}

/** Doubles from one second to one minute; the jitter keeps many sources from calling one server at once. */
const pauseAfter = (failures: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 10)) * (0.75 + Math.random() / 2);

/** The store failed, not the source. */
class StateError extends Error {
  override readonly name = 'StateError';
  readonly code = 'state';
}

const DISK_FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']); // PostgreSQL's disk_full, and the system's own

/** The cursor has not moved: the same mails come again. */
function stateTrouble(error: unknown): Trouble & { readonly slow: boolean } {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!DISK_FULL.has(String((cause as { code?: unknown }).code))) continue;
    const sentence =
      'データベースのディスクに空きがないため、取り込みを止めています。空きを作れば自動で再開します。/ The disk of the database is full, so intake has stopped; make room, and it goes on by itself.';
    return { kind: 'store-full', sentence, slow: false };
  }
  const sentence =
    '受信したメールを保存できません。データベースを確認してください。/ Mails cannot be stored: check the database.';
  return { kind: 'store', sentence, slow: false };
}

function guarded(state: SourceState): SourceState {
  const blamed = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      throw new StateError('The state of a source could not be read or written.', { cause });
    });
  return {
    name: state.name,
    cursor: () => blamed(state.cursor()),
    lastContactAt: () => blamed(state.lastContactAt()),
    commit: (deliveries, cursor) => blamed(state.commit(deliveries, cursor)),
    report: (trouble) => blamed(state.report(trouble)),
    note: (sentence) => blamed(state.note(sentence)),
    unasked: (rows) => blamed(state.unasked(rows)),
    part: (folder) => guarded(state.part(folder)),
    uidsOf: (fileKeys) => blamed(state.uidsOf(fileKeys)),
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { SourceState } from '../intake/index.ts';
import { type Db, sourceOfPart, waitingBySource } from '../store/index.ts';
import type { Logger } from '../util/log.ts';

/** Bytes of one source's mails that may wait, whatever their number: the disk is not to be filled by one flood. */
const WAITING_BYTES = 1024 ** 3;
const LOOK_EVERY_MS = 1_000;

export interface BackpressureOptions {
  readonly db: Db;
  readonly limit: number; // mails that may wait for their verdict
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/**
 * Waits while too many mails of a source wait for their verdict, until half of them have one; the review app says so. Each
 * source is counted by itself, so that a flood in one does not stop the others.
 */
export function createBackpressure(state: SourceState, { db, limit, log, signal }: BackpressureOptions) {
  async function isAbove(share: number): Promise<boolean> {
    const waiting = (await waitingBySource(db)).find(({ source }) => source === state.name);
    return waiting !== undefined && (waiting.mails >= limit * share || waiting.bytes >= WAITING_BYTES * share);
  }
  return async function room(): Promise<void> {
    if (!(await isAbove(1))) return;
    log.info({ source: sourceOfPart(state.name) }, 'intake pauses: too many mails wait for their verdict');
    await state.note(
      '判定待ちのメールが多いため、取り込みを休んでいます。減れば自動で再開します。/ Intake pauses because many mails wait for their verdict; it goes on by itself.',
    );
    while (await isAbove(0.5)) await pause(LOOK_EVERY_MS, undefined, { signal });
    await state.note(null);
    log.info({ source: sourceOfPart(state.name) }, 'intake goes on');
  };
}

import { createHmac, randomBytes } from 'node:crypto';
import type { PastRow } from '../../cases/index.ts';
import type { LoadedConfig } from '../../config/index.ts';
import { createSignIns } from '../../intake/index.ts';
import type { PackedRules } from '../../screening/index.ts';
import type { Span } from '../../tuning/index.ts';
import { createLogger } from '../../util/log.ts';
import { openJudges } from './judges.ts';
import { openMailboxes, readableSources } from './mailboxes.ts';
import { readPast } from './read-past.ts';

export interface HereOptions extends Pick<LoadedConfig, 'config' | 'secrets'> {
  readonly span: Span;
  readonly source: string | null; // null: all
  readonly versions: readonly PackedRules[];
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads the past in this process and keeps all in memory: it needs no store, so that it can be done before anything is set up.
 *
 * @returns what was made of each mail, in the order in which they came
 * @throws PastTroubleError, or what `signal` aborts with
 */
export async function readPastHere(options: HereOptions): Promise<PastRow[]> {
  const { config, secrets, span, source, versions, onProgress, signal } = options;
  const log = createLogger('silent');
  const key = randomBytes(32);
  const wanted = source === null ? readableSources(config) : [source];
  const mailboxes = openMailboxes(config, wanted, createSignIns(config, secrets, log), signal);
  await using judges = openJudges(versions, { threads: config.settings.screenConcurrency, log });
  const rows: PastRow[] = [];
  let total = 0;
  try {
    await readPast({
      mailboxes,
      span,
      rows: [],
      judges: judges.judges,
      hash: (value) => createHmac('sha256', key).update(value).digest('base64url').slice(0, 32),
      async onPlan(mails) {
        total = mails;
        onProgress(0, total);
      },
      async commit(more) {
        signal.throwIfAborted();
        rows.push(...more);
        onProgress(rows.filter(({ kind }) => kind !== 'answer').length, total);
        return true;
      },
    });
  } finally {
    await Promise.all(mailboxes.map((box) => box[Symbol.asyncDispose]()));
  }
  return rows;
}

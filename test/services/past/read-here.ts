import { createHmac, randomBytes } from 'node:crypto';
import type { PastRow } from '../../../src/cases/index.ts';
import type { LoadedConfig } from '../../../src/config/index.ts';
import { createSignIns } from '../../../src/intake/index.ts';
import type { PackedRules } from '../../../src/screening/index.ts';
import { openMailboxes } from '../../../src/services/past/mailboxes.ts';
import { openJudge } from '../../../src/services/past/open-judge.ts';
import { readPast } from '../../../src/services/past/read-past.ts';
import type { Span } from '../../../src/tuning/index.ts';
import { createLogger } from '../../../src/util/log.ts';

interface HereOptions extends Pick<LoadedConfig, 'config' | 'secrets'> {
  readonly span: Span;
  readonly source: string;
  readonly packed: PackedRules;
  readonly signal: AbortSignal;
}

/**
 * Reads the past in this process and keeps all in memory.
 *
 * @returns what was made of each mail, in the order in which they came
 * @throws PastTroubleError, or what `signal` aborts with
 */
export async function readPastHere(options: HereOptions): Promise<PastRow[]> {
  const { config, secrets, span, source, packed, signal } = options;
  const log = createLogger('silent');
  const key = randomBytes(32);
  const mailboxes = openMailboxes(config, source, createSignIns(config, secrets, log), signal);
  await using judge = openJudge(packed, { threads: config.settings.screenConcurrency, log });
  const rows: PastRow[] = [];
  try {
    await readPast({
      mailboxes,
      span,
      rows: [],
      judge: judge.judge,
      hash: (value) => createHmac('sha256', key).update(value).digest('base64url').slice(0, 32),
      async onPlan() {},
      async commit(more) {
        signal.throwIfAborted();
        rows.push(...more);
        return true;
      },
    });
  } finally {
    await Promise.all(mailboxes.map((box) => box[Symbol.asyncDispose]()));
  }
  return rows;
}

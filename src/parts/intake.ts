import { setTimeout as sleep } from 'node:timers/promises';
import type { Config, Secrets, SourceConfig } from '../config.ts';
import { directorySource, imapSource, type Source, type SourceState } from '../intake/index.ts';
import { type Logger, logFor } from '../log.ts';
import { readThreading } from '../mail/index.ts';
import type { Keys } from '../secret.ts';
import type { Spool } from '../spool.ts';
import { type Db, recordAnswer, sourceState } from '../store/index.ts';
import { hashesOf } from '../worker.ts';

export interface IntakeDeps {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly db: Db;
  readonly keys: Keys;
  readonly spool: Spool;
  readonly log: Logger;
}

const RESTART_MS = 10_000;

/** Watches every configured source, each isolated from the others. Disposing stops them and waits for open commits. */
export function startIntake(deps: IntakeDeps): AsyncDisposable {
  const log = logFor(deps.log, 'intake');
  const stop = new AbortController();
  const watching = deps.config.sources.map(async (config) => {
    const source = createSource(config, deps.config, deps.secrets, log);
    const state = config.direction === 'in' ? spooling(deps, config.name) : answering(deps, config.name);
    while (!stop.signal.aborted) {
      try {
        await source.watch(state, stop.signal);
      } catch (error) {
        // The store is down or full: the cursor has not moved, so the same mails come again.
        log.error({ source: source.name, error: (error as Error).name }, 'intake stopped; trying again');
        await sleep(RESTART_MS, undefined, { signal: stop.signal }).catch(() => {});
      }
    }
  });
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await Promise.all(watching);
    },
  };
}

export function createSource(source: SourceConfig, config: Config, secrets: Secrets, log: Logger): Source {
  const pollMs = config.settings.pollSeconds * 1000;
  switch (source.kind) {
    case 'imap':
      return imapSource(source, { password: secrets.passwords.get(source.name) ?? null, pollMs, log });
    case 'directory':
      return directorySource(source, { pollMs, log });
  }
}

/** A source of incoming mail: rows in the spool, then jobs for them. */
function spooling({ db, spool, log }: IntakeDeps, name: string): SourceState {
  const state = sourceState(db, name);
  return {
    ...state,
    async commit(deliveries, cursor) {
      await state.commit(deliveries, cursor);
      // The rows are safe. A queue that is down costs time: the sweep adds the jobs later.
      if (deliveries.length > 0)
        await spool.enqueueNew().catch(() => log.warn({ source: name }, 'queue is down; the sweep will add the jobs'));
    },
  };
}

/** A folder of sent mail: only thread and time are remembered, nothing is scored or stored. */
function answering({ db, keys }: IntakeDeps, name: string): SourceState {
  const state = sourceState(db, name);
  return {
    ...state,
    async commit(deliveries, cursor) {
      for (const { raw, uid, uidValidity, receivedAt } of deliveries) {
        const { messageId, references } = hashesOf(keys, { ...(await readThreading(raw)), from: null });
        await recordAnswer(db, { source: name, uidValidity, uid, messageId, references, at: receivedAt });
      }
      await state.commit([], cursor);
    },
  };
}

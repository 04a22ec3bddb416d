import { setTimeout as sleep } from 'node:timers/promises';
import { openAuditLog } from '../actions/index.ts';
import { createCounterpartyOf } from '../cases/index.ts';
import type { Config, Keys, Secrets, SourceConfig } from '../config/index.ts';
import { directorySource, imapSource, type SignIns, type Source, type SourceState } from '../intake/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import { readThreading } from '../mail/index.ts';
import { hashesOf, type Spool } from '../screening/job/index.ts';
import { type Leases, recordAnswer, type Store, sourceState } from '../store/index.ts';
import { type Logger, logFor } from '../util/log.ts';
import { createBackpressure } from './backpressure.ts';
import { openForwarded } from './consulting/forwarded-mails.ts';
import { consulting, consultSources, mailboxOf, peopleOf, rulesOf } from './consulting/index.ts';
import { objecting } from './consulting/objecting.ts';
import { isMarking, startMarking } from './marking.ts';
import { following } from './set-up/following.ts';
import type { LiveSettings } from './set-up/live.ts';
import { watchSourcesSetUp } from './set-up/watched-sources.ts';

export interface IntakeDeps {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly settings: LiveSettings;
  readonly signIns: SignIns;
  readonly store: Store;
  readonly leases: Leases;
  readonly queue: JobQueue;
  readonly keys: Keys;
  readonly spool: Spool;
  readonly log: Logger;
}

const RESTART_MS = 5_000;

/**
 * Watches every source that is set up, each isolated from the others, and each in one process only: where another process
 * watches it, this one waits for its lease. Disposing stops them and waits for open commits.
 */
export async function startIntake(given: IntakeDeps): Promise<AsyncDisposable> {
  const log = logFor(given.log, 'intake');
  const { settings, config, secrets } = given;
  const deps = { ...given, log };
  const marking = await following(settings, {
    reads: () => config.sources.filter(isMarking),
    start: () => startMarking({ ...deps, db: deps.store.db }),
    onFailure: (error) => log.error({ error: error.name }, 'marks are not set: the change of a source failed'),
  });
  const watching = watchSourcesSetUp(settings, {
    sources: () => config.sources,
    of: (source) =>
      JSON.stringify([
        source,
        secrets.passwords.get(source.name),
        secrets.signIns.get(source.name),
        source.kind === 'consult' && [peopleOf(config), consultSources(config), config.notify.smtp?.from],
      ]),
    watch: (source, signal) => watchOn(deps, source, signal),
  });
  return {
    async [Symbol.asyncDispose]() {
      await watching[Symbol.asyncDispose]();
      await marking[Symbol.asyncDispose]();
    },
  };
}

/** Whatever goes wrong with one source is tried again, until `signal` aborts. */
async function watchOn(deps: IntakeDeps, source: SourceConfig, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await watchInPlace(deps, source, signal);
    } catch (error) {
      if (signal.aborted) return;
      deps.log.error({ source: source.name, error: (error as Error).name }, 'intake stopped; trying again');
      await sleep(RESTART_MS, undefined, { signal }).catch(() => {});
    }
  }
}

/** Resolves when the lease is lost or `signal` aborts. */
async function watchInPlace(deps: IntakeDeps, config: SourceConfig, signal: AbortSignal) {
  const source = createSource(config, deps.config, deps.signIns, deps.log);
  await using lease = await deps.leases.take(config.name, signal);
  deps.log.debug({ source: config.name }, 'this process watches the source');
  const until = AbortSignal.any([signal, lease.lost]);
  const state = sourceState(deps.store.db, config.name);
  await state.note(null); // a process that died may have left one
  await source.watch(receiving(deps, config, state, until), until);
  if (lease.lost.aborted)
    deps.log.warn({ source: config.name }, 'the lease at the source is lost; another may have it');
}

/** What becomes of the mails of a source. */
function receiving(deps: IntakeDeps, source: SourceConfig, state: SourceState, signal: AbortSignal): SourceState {
  if (source.kind === 'consult') return consulting(consultDeps(deps), rulesOf(source, deps.config), state);
  switch (source.direction) {
    case 'in':
      return spooling(deps, state, signal);
    case 'sent':
      return answering(deps, state);
    case 'objections':
      return objecting(objectionDeps(deps), state);
  }
}

const consultDeps = ({ config, store: { db }, keys, spool, log }: IntakeDeps) => ({
  db,
  audit: openAuditLog({ db, key: keys.audit, dataPath: config.dataPath, log }),
  now: () => new Date(),
  wake: () => void spool.fill().catch(() => log.warn('queue is down; the sweep will add the jobs')),
  forwarded: openForwarded(() => peopleOf(config)),
  hash: keys.hash,
});

const objectionDeps = (deps: IntakeDeps) => ({
  ...consultDeps(deps),
  counterpartyOf: createCounterpartyOf(deps.config.settings.freeMailDomains),
  timeZone: deps.config.company.timeZone,
});

export function createSource(source: SourceConfig, config: Config, signIns: SignIns, log: Logger): Source {
  const pollMs = config.settings.pollSeconds * 1000;
  switch (source.kind) {
    case 'imap':
      return imapSource(source, { signIn: signIns(source), pollMs, log });
    case 'consult': {
      const mailbox = mailboxOf(source);
      return imapSource(mailbox, { signIn: signIns(mailbox), pollMs, log });
    }
    case 'directory':
      return directorySource(source, { pollMs, log });
  }
}

/** Incoming mail: rows in the spool, then jobs for them, then a pause while too many of them wait. */
function spooling(deps: IntakeDeps, state: SourceState, signal: AbortSignal): SourceState {
  const { config, store, spool, log } = deps;
  const room = createBackpressure(state, { db: store.db, limit: config.settings.spoolLimit, log, signal });
  return {
    ...state,
    async commit(deliveries, cursor) {
      await state.commit(deliveries, cursor);
      if (deliveries.length === 0) return;
      // The rows are safe. A queue that is down costs time: the sweep adds the jobs later.
      await spool.fill().catch(() => log.warn('queue is down; the sweep will add the jobs'));
      await room();
    },
    part: (folder) => spooling(deps, state.part(folder), signal),
  };
}

/** Sent mail: only thread and time are remembered, nothing is scored or stored. */
function answering(deps: IntakeDeps, state: SourceState): SourceState {
  const { store, keys } = deps;
  return {
    ...state,
    async commit(deliveries, cursor) {
      for (const { raw, uid, uidValidity, receivedAt } of deliveries) {
        const { messageId, references } = hashesOf(keys, { ...(await readThreading(raw)), from: null });
        await recordAnswer(store.db, { source: state.name, uidValidity, uid, messageId, references, at: receivedAt });
      }
      await state.commit([], cursor);
    },
    part: (folder) => answering(deps, state.part(folder)),
  };
}

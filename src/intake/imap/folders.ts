import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../util/log.ts';
import type { SourceState } from '../source.ts';
import { type Session, superviseWithBackoff } from '../supervise.ts';
import { ALLOWANCES, withinAllowance } from './allowance.ts';
import { connectImap, type ImapLogin, signOff } from './client.ts';
import { selectFolders } from './folder-names.ts';
import { dayBefore } from './reader.ts';
import { imapSession } from './session.ts';
import { explainImapTrouble, ImapTroubleError, tooManyFolders } from './trouble.ts';

const BETWEEN_LOGINS_MS = 200; // servers take many at once for an attack

/** Of one source at a time, each over a connection: more than any server is known to allow one user. */
const MOST_FOLDERS = 50;

export interface WatchFoldersOptions {
  readonly folders: readonly string[]; // names and patterns
  readonly start: () => Date | null;
  readonly pollMs: number;
  readonly listMs: number;
  readonly log: Logger;
}

/** The folders there are now. Rejects with ImapTroubleError `no-folder` when there is none. */
export async function listFolders(
  login: ImapLogin,
  folders: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const client = await connectImap(login, signal);
  try {
    const listed = await withinAllowance(client, ALLOWANCES.command, () => client.list());
    const found = selectFolders(listed, folders, login.config.mark?.moveTo ?? null);
    if (found.length === 0) throw new ImapTroubleError('no-folder');
    return found;
  } finally {
    await signOff(client);
  }
}

/**
 * Watches several folders, each over a connection of its own, so that each is woken by IDLE and none holds up another.
 * Folders that come are watched from the last look on, so that what was moved there before anyone knew is not missed;
 * folders that go are let go.
 */
export function watchFolders(login: ImapLogin, options: WatchFoldersOptions) {
  const { folders, pollMs, listMs, log } = options;
  const { config } = login;
  return async function watch(state: SourceState, signal: AbortSignal): Promise<void> {
    let lastLook: Date | null = null;
    const watched = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>();

    function begin(folder: string, start: () => Date | null): void {
      const stop = new AbortController();
      const until = AbortSignal.any([signal, stop.signal]);
      const explain = explainImapTrouble(config, folder);
      const session = imapSession(login, { folder, start, pollMs, log });
      const part = state.part(folder);
      const done = part
        .note(null)
        .catch(() => {})
        .then(() => superviseWithBackoff(session, { name: config.name, log, explain })(part, until));
      watched.set(folder, { stop, done });
    }

    async function end(folder: string): Promise<void> {
      const { stop, done } = watched.get(folder)!;
      watched.delete(folder);
      stop.abort();
      await done;
      const part = state.part(folder);
      await part.report(null);
      await part.note(
        'フォルダーがなくなったため、見張りを終えました。/ The folder is gone, so it is no longer watched.',
      );
      log.warn({ source: config.name }, 'a watched folder is gone');
    }

    const looking: Session = async (own, health, until) => {
      while (!until.aborted) {
        const since = lastLook ?? (await own.lastContactAt()); // null: all of them are new to us
        const all = await listFolders(login, folders, until);
        const found = all.toSorted((a, b) => Number(watched.has(b)) - Number(watched.has(a))).slice(0, MOST_FOLDERS);
        const begun = new Date();
        const start = since === null ? options.start : () => dayBefore(since);
        for (const folder of [...watched.keys()].filter((one) => !found.includes(one))) await end(folder);
        for (const folder of found.filter((one) => !watched.has(one))) {
          begin(folder, start);
          await pause(BETWEEN_LOGINS_MS, undefined, { signal: until });
        }
        lastLook = begun;
        if (found.length === all.length) await health.well();
        else await health.ill(tooManyFolders(all.length, MOST_FOLDERS));
        await pause(listMs, undefined, { signal: until });
      }
    };
    const explain = explainImapTrouble(config, folders.join(', '));
    await superviseWithBackoff(looking, { name: config.name, log, explain })(state, signal);
    await Promise.all([...watched.values()].map(({ done }) => done));
  };
}

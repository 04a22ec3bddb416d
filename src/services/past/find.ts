import type { FoundPastMail, PastMailboxes } from '../../actions/index.ts';
import type { Config } from '../../config/index.ts';
import { imapPast, PastTroubleError, type SignIns } from '../../intake/index.ts';
import type { Logger } from '../../util/log.ts';
import type { Sandbox } from '../sandbox.ts';
import { readableOf, readableSources } from './mailboxes.ts';

export interface FindDeps {
  readonly config: Config;
  readonly signIns: SignIns;
  readonly judge: Sandbox['judge'];
  readonly log: Logger;
}

const WITHIN_MS = 60_000; // somebody waits for the page
const AT_ONCE = 3; // connections; servers allow few

/** Mails that were listed, fetched anew when somebody wants to see one. */
export function openPastMailboxes({ config, signIns, judge, log }: FindDeps): PastMailboxes {
  let open = 0;
  return {
    get sources() {
      return readableSources(config);
    },
    async find({ source, folder, uidValidity, uid, at }): Promise<FoundPastMail> {
      const settings = readableOf(config).find(({ name }) => name === source);
      if (settings === undefined) return { kind: 'gone' };
      if (open >= AT_ONCE) return { kind: 'busy' };
      open += 1;
      try {
        await using mailbox = imapPast(settings, {
          signIn: signIns(settings),
          signal: AbortSignal.timeout(WITHIN_MS),
        });
        const raw = (await mailbox.fetch(folder, uidValidity, [uid])).get(uid)?.raw;
        if (raw === undefined || raw.length === 0) return { kind: 'gone' };
        const tried = await judge({ bytes: raw, receivedAt: at, source });
        switch (tried.kind) {
          case 'judged':
            return { kind: 'found', mail: tried.screened };
          case 'busy':
            return { kind: 'busy' };
          case 'ended':
            return { kind: 'gone' };
        }
      } catch (error) {
        if (error instanceof PastTroubleError) return { kind: 'trouble', sentence: error.message };
        log.warn({ error: (error as Error).name }, 'a mail of the past could not be fetched');
        return { kind: 'busy' };
      } finally {
        open -= 1;
      }
    },
  };
}

import { parseMailId } from '../cases/index.ts';
import type { Config, ImapSourceConfig, SourceConfig } from '../config/index.ts';
import { type MarkResult, markMail, type SignIns } from '../intake/index.ts';
import type { Handler, JobQueue } from '../jobs/index.ts';
import { readThreading } from '../mail/index.ts';
import { type Db, folderOfPart, marksDue, markTask, recordMark, sourceOfPart, sourceState } from '../store/index.ts';
import type { Logger } from '../util/log.ts';
import { lookAgain } from './look-again.ts';

export interface MarkingDeps {
  readonly config: Config;
  readonly signIns: SignIns;
  readonly db: Db;
  readonly queue: JobQueue;
  readonly log: Logger;
}

const LOOK_EVERY_MS = 3_000;
const AT_ONCE = 100;

/**
 * Marks flagged mails in the mailboxes of the sources that ask for it, and undoes it when a case is dismissed. What is
 * due is read from the store, where the original is by then: a lost job costs time, no mark. Null when no source asks.
 */
export async function startMarking(deps: MarkingDeps): Promise<AsyncDisposable | null> {
  const { config, db, queue, log } = deps;
  const sources = config.sources.filter(isMarking).map(({ name }) => name);
  if (sources.length === 0) return null;
  const working = await queue.work('mark', createMarkJob(deps), { concurrency: 1 });
  const look = async () => {
    const due = await marksDue(db, sources, AT_ONCE);
    if (due.length > 0)
      await queue.addMany(
        'mark',
        due.map((mailId) => ({ key: `mark-${mailId}`, payload: { mailId } })),
      );
  };
  const looking = lookAgain(look, {
    everyMs: LOOK_EVERY_MS,
    onFailure: (error) => log.warn({ error: error.name }, 'marks cannot be looked up; it will be tried again'),
  });
  return {
    async [Symbol.asyncDispose]() {
      await looking[Symbol.asyncDispose]();
      await working[Symbol.asyncDispose]();
    },
  };
}

/** Of a source that asks for flagged mails to be marked. */
export const isMarking = (source: SourceConfig): source is ImapSourceConfig =>
  source.kind === 'imap' && source.mark !== null;

/** The job `mark`: one mail's mark becomes what its case wants. It may run twice. */
export function createMarkJob({ config, signIns, db, log }: MarkingDeps): Handler<'mark'> {
  return async function markJob(payload) {
    const mailId = parseMailId(payload.mailId);
    const task = mailId && (await markTask(db, mailId));
    const source = config.sources.filter(isMarking).find(({ name }) => task && name === sourceOfPart(task.source));
    if (mailId === null || task === null || source === undefined) return;
    const home = folderOfPart(task.source) ?? source.folder;
    const result = await markMail(source, signIns(source), {
      wanted: task.wanted,
      known: task.moved ?? { folder: home, ...task.delivered },
      home,
      messageId: task.raw === null ? null : readThreading(task.raw).messageId,
    });
    const location = result.kind === 'done' ? result.location : null;
    await recordMark(db, { mailId, state: stateAfter(result, task.wanted), location, at: new Date() });
    log.debug({ mailId, result: result.kind, wanted: task.wanted }, 'mark');
    if (result.kind !== 'refused') return;
    log.warn({ source: source.name, what: result.what }, 'the server cannot mark mails this way');
    await sourceState(db, task.source).note(REFUSALS[result.what]);
  };
}

function stateAfter(result: MarkResult, wanted: boolean) {
  switch (result.kind) {
    case 'done':
      return wanted ? 'marked' : 'unmarked';
    case 'gone':
      return 'gone';
    case 'refused':
      return 'refused';
  }
}

const REFUSALS = {
  keyword:
    'サーバーがこのフォルダーでは mark.keyword を受け付けません。/ The server takes no mark.keyword in this folder.',
  move: 'サーバーに MOVE と UIDPLUS がないため、メールを移せません。/ The server has no MOVE and UIDPLUS, so mails cannot be moved.',
} as const;

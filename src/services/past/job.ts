import { type PastRow, parsePastRunId } from '../../cases/index.ts';
import type { Config, Keys } from '../../config/index.ts';
import { DictionaryError, thresholdsFor } from '../../detect/index.ts';
import { PastTroubleError, type SignIns } from '../../intake/index.ts';
import type { Handler } from '../../jobs/index.ts';
import { compileInThread, readRuleFiles, rulesOver } from '../../screening/index.ts';
import {
  commitPastMails,
  type Db,
  endPastRun,
  loadPastRun,
  notePastTotal,
  PAST_FAILED,
  PAST_WRONG_RULES,
  type PastRun,
  pastMails,
  rulesOfPastRun,
  steerPastRun,
} from '../../store/index.ts';
import { trialFigures, unpackFiles } from '../../tuning/index.ts';
import type { Logger } from '../../util/log.ts';
import { openMailboxes } from './mailboxes.ts';
import { openJudge } from './open-judge.ts';
import { readPast } from './read-past.ts';

export interface PastJobDeps {
  readonly config: Config;
  readonly db: Db;
  readonly keys: Pick<Keys, 'hash'>;
  readonly signIns: SignIns;
  /** Ends the reading after the mails in hand; the trial goes on at the next start. */
  readonly stop: AbortSignal;
  readonly now: () => Date;
  readonly log: Logger;
}

/**
 * The job `past`: a trial, from where it stands in the store to its end. It may run twice: what another writes down first
 * counts. Killed, it goes on behind the mails that were written down last; of those in hand nothing was.
 */
export function createPastJob(deps: PastJobDeps): Handler<'past'> {
  const { db, now, log } = deps;
  return async function pastJob({ run: named }, attempt) {
    const id = parsePastRunId(named);
    const run = id && (await loadPastRun(db, id));
    if (run?.state !== 'running') return;
    try {
      await workAt(deps, run);
    } catch (error) {
      if (deps.stop.aborted) return;
      const trouble = troubleOf(error);
      if (trouble === null && !attempt.last) throw error;
      log.warn({ run: run.id, error: (error as Error).name }, 'a trial is paused: it cannot go on');
      await steerPastRun(db, run.id, 'paused', { at: now(), trouble: trouble ?? PAST_FAILED }); // a person looks, and has it go on
    }
  };
}

/** What trying again does not help: a sentence, or a word that pages know. */
function troubleOf(error: unknown): string | null {
  if (error instanceof PastTroubleError) return error.message;
  return error instanceof DictionaryError ? PAST_WRONG_RULES : null;
}

async function workAt({ db, config, keys, signIns, stop, now, log }: PastJobDeps, run: PastRun): Promise<void> {
  const { classifier, timeZone } = await readRuleFiles(config);
  const dictionary = unpackFiles((await rulesOfPastRun(db, run.id))!);
  const packed = await compileInThread({ dictionary, classifier, timeZone });
  const earlier = await pastMails(db, run.id);
  const rows: PastRow[] = [...earlier];
  const mailboxes = openMailboxes(config, run.source, signIns, stop);
  await using judge = openJudge(packed, { threads: config.settings.screenConcurrency, log });
  try {
    const ended = await readPast({
      mailboxes,
      span: run,
      rows: earlier,
      judge: judge.judge,
      hash: keys.hash,
      onPlan: (total) => notePastTotal(db, run.id, total),
      async commit(more) {
        if (stop.aborted || !(await commitPastMails(db, run.id, more, now()))) return false;
        rows.push(...more);
        return true;
      },
    });
    if (!ended) return;
  } finally {
    await Promise.all(mailboxes.map((box) => box[Symbol.asyncDispose]()));
  }
  const inForce = thresholdsFor(rulesOver(packed).dictionary.scoring, run.source);
  await endPastRun(db, run.id, { figures: trialFigures(rows, run, inForce), at: now() });
  log.info({ run: run.id, mails: rows.length }, 'a trial is done');
}

import {
  createCounterpartyOf,
  isJudged,
  type JudgedRow,
  type PastRow,
  type PastRunId,
  parsePastRunId,
} from '../../cases/index.ts';
import type { Config, Keys } from '../../config/index.ts';
import { DictionaryError, isSurfaced, thresholdsFor } from '../../detect/index.ts';
import { PastTroubleError, type SignIns } from '../../intake/index.ts';
import type { Handler } from '../../jobs/index.ts';
import { compileInThread, type PackedRules, readRuleFiles, rulesOver } from '../../screening/index.ts';
import {
  commitPastMails,
  type Db,
  endCasesLater,
  endPastRun,
  loadPastRun,
  notePastTotal,
  PAST_FAILED,
  PAST_WRONG_RULES,
  type PastRun,
  pastMails,
  rulesOfPastRun,
  siteFiles,
  steerPastRun,
} from '../../store/index.ts';
import { backtestFigures, casesFigures, differs, mailboxOf, trialFigures, unpackVersions } from '../../tuning/index.ts';
import type { Logger } from '../../util/log.ts';
import { openCasesLater } from './cases-later.ts';
import { judgeCases } from './judge-cases.ts';
import { openJudges } from './judges.ts';
import { openMailboxes, readableOf } from './mailboxes.ts';
import { readPast } from './read-past.ts';

export interface PastJobDeps {
  readonly config: Config;
  readonly db: Db;
  readonly keys: Pick<Keys, 'hash'>;
  readonly signIns: SignIns;
  /** Ends the reading after the mails in hand; the run goes on at the next start. */
  readonly stop: AbortSignal;
  /** The rules that mails are judged by now; read here unless given. */
  readonly inForce?: () => PackedRules;
  readonly now: () => Date;
  readonly log: Logger;
}

const MOST_KEPT = 2_000; // mails of a run that may be opened

/**
 * The job `past`: a reading of the past, from where it stands in the store to its end. It may run twice: what another writes down first
 * counts. Killed, it goes on behind the mails that were written down last; of those in hand nothing was.
 */
export function createPastJob(deps: PastJobDeps): Handler<'past'> {
  const { db, now, log } = deps;
  return async function pastJob({ run: named }, attempt) {
    const id = parsePastRunId(named);
    const run = id && (await loadPastRun(db, id));
    if (run === null) return;
    if (run.later === 'asked') return casesOf(deps, run, attempt.last);
    if (run.state !== 'running') return;
    try {
      await (run.over === 'cases' ? workAtCases(deps, run) : workAt(deps, run));
    } catch (error) {
      if (deps.stop.aborted) return;
      const trouble = troubleOf(error);
      if (trouble === null && !attempt.last) throw error;
      log.warn({ run: run.id, error: (error as Error).name }, 'a reading of the past is paused: it cannot go on');
      await steerPastRun(db, run.id, 'paused', { at: now(), trouble: trouble ?? PAST_FAILED }); // a person looks, and has it go on
    }
  };
}

/** What trying again does not help: a sentence, or a word that pages know. */
function troubleOf(error: unknown): string | null {
  if (error instanceof PastTroubleError) return error.message;
  return error instanceof DictionaryError ? PAST_WRONG_RULES : null;
}

async function workAt(deps: PastJobDeps, run: PastRun): Promise<void> {
  const { db, config, keys, signIns, stop, now, log } = deps;
  const versions = await versionsOf(deps, run.id);
  const earlier = await pastMails(db, run.id);
  const rows: PastRow[] = [...earlier];
  const mailboxes = openMailboxes(config, run.sources, signIns, stop);
  await using judges = openJudges(versions, { threads: config.settings.screenConcurrency, log });
  try {
    const ended = await readPast({
      mailboxes,
      span: run,
      rows: earlier,
      judges: judges.judges,
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
  const told = rows.filter(isJudged).filter(run.kind === 'trial' ? isFound : differs);
  const kept = told.slice(-MOST_KEPT).map(({ n }) => n); // the newest
  await endPastRun(db, run.id, { figures: figuresOf(run, rows, versions), kept, at: now() });
  log.info({ run: run.id, mails: rows.length }, 'a reading of the past is done');
}

async function workAtCases(deps: PastJobDeps, run: PastRun): Promise<void> {
  const { db, config, now, log } = deps;
  const versions = await versionsOf(deps, run.id);
  await using judges = openJudges(versions, { threads: config.settings.screenConcurrency, log });
  const rows = await judgeCases(deps, run, judges.judges);
  if (rows === null) return;
  const kept = rows
    .filter(differs)
    .slice(-MOST_KEPT)
    .map(({ n }) => n);
  await endPastRun(db, run.id, { figures: casesFigures(rows), kept, at: now() });
  log.info({ run: run.id, cases: rows.length }, 'a comparison over decided cases is done');
}

/** Makes cases of what a comparison has found newly. What goes wrong again and again is told, and a person asks once more. */
async function casesOf(deps: PastJobDeps, run: PastRun, last: boolean): Promise<void> {
  const { config, signIns, stop, log, now } = deps;
  const packed = deps.inForce?.() ?? (await compileInThread(await readRuleFiles(config, await siteFiles(deps.db))));
  const mailboxes = openMailboxes(config, run.sources, signIns, stop);
  await using judges = openJudges([packed], { threads: 1, log });
  const [judge] = judges.judges;
  const folders = new Set(readableOf(config).flatMap(({ name, folders }) => (folders ? [name] : [])));
  try {
    await openCasesLater(
      {
        ...deps,
        counterpartyOf: createCounterpartyOf(config.settings.freeMailDomains),
        hasFolders: (source) => folders.has(source),
        verdictDays: config.retention.verdictDays,
      },
      run,
      mailboxes,
      judge!,
    );
  } catch (error) {
    if (stop.aborted) return;
    if (!last) throw error;
    log.warn({ run: run.id, error: (error as Error).name }, 'cases of what was found newly cannot be opened');
    await endCasesLater(deps.db, run.id, now(), PAST_FAILED);
  } finally {
    await Promise.all(mailboxes.map((box) => box[Symbol.asyncDispose]()));
  }
}

const isFound = ({ verdicts: [verdict] }: JudgedRow): boolean => isSurfaced(verdict!.band);

function figuresOf(run: PastRun, rows: readonly PastRow[], [first]: readonly PackedRules[]): object {
  switch (run.kind) {
    case 'backtest':
      return backtestFigures(rows, run);
    case 'trial':
      return trialFigures(rows, run, thresholdsFor(rulesOver(first!).dictionary.scoring, mailboxOf(run)));
  }
}

/** The versions that a run compares, compiled away from this thread. The classifier is the same for all. */
async function versionsOf({ db, config }: PastJobDeps, id: PastRunId): Promise<PackedRules[]> {
  const { classifier, timeZone } = await readRuleFiles(config);
  const packed: PackedRules[] = [];
  for (const dictionary of unpackVersions((await rulesOfPastRun(db, id))!))
    packed.push(await compileInThread({ dictionary, classifier, timeZone }));
  return packed;
}

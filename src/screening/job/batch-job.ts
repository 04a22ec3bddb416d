import { setTimeout as pause } from 'node:timers/promises';
import { parseMailId } from '../../cases/index.ts';
import type { Handler } from '../../jobs/index.ts';
import { readCorrespondence } from '../../mail/index.ts';
import {
  findHistories,
  type HistoryQuestion,
  type Lane,
  mailsOfJob,
  type NewVerdict,
  StoreAwayError,
  unlessAway,
  writeVerdicts,
} from '../../store/index.ts';
import type { Correspondence, HistoryOf } from '../pipeline.ts';
import type { InHand, Related } from './in-hand.ts';
import {
  type Attempt,
  createScreenJob,
  historyOf,
  historyQuestion,
  isInHand,
  isToTryAgain,
  type MailInHand,
  verdictOf,
  type WorkerDeps,
} from './screen-job.ts';
import type { BatchSpool } from './spool.ts';

export interface BatchDeps extends WorkerDeps {
  readonly spool: Pick<BatchSpool, 'setApart' | 'tryLast'>;
  readonly inHand: InHand; // of all batches of the process
}

/** A mail that takes longer than the others of its batch holds up none of their verdicts for more than this. */
const LATE_MS = 2_000;

/** A mail of a batch, with what its header says of whom it belongs to; null: it could not be read. */
interface Member extends Related {
  readonly mail: MailInHand;
  readonly question: HistoryQuestion | null;
}

type Outcome = { readonly member: Member } & ({ readonly verdict: NewVerdict } | { readonly error: unknown });

/**
 * The jobs of all lanes: one mail, or a batch. Each is tried once: a mail that fails goes on alone and last, in the slow lane. What goes
 * wrong with a whole batch gives its mails a job of their own.
 *
 * Verdicts are written together, of those mails that are not related: else a mail would be judged without what came before it.
 */
export function createBatchJob(deps: BatchDeps): Handler<Lane> {
  const { db, keys, spool, inHand, log } = deps;
  const screenJob = createScreenJob(deps);

  return async function batchJob(payload, attempt) {
    if (!('batch' in payload)) {
      if (await screenJob(payload, attempt)) await spool.tryLast(parseMailId(payload.mailId)!, attempt.number);
      return;
    }
    const mails = (await unlessAway(mailsOfJob(db, payload.batch))).filter(isInHand);
    if (attempt.number > 1) {
      if (mails.length > 0) log.warn({ batch: payload.batch, mails: mails.length }, 'a batch goes on mail by mail');
      return spool.setApart(payload.batch, { mails: mails.map(({ id }) => id), tried: 1 });
    }
    let rest = mails.map((mail) => memberOf(mail, (about) => historyQuestion(keys, mail, about)));
    while (rest.length > 0) {
      const round = await inHand.take(rest);
      const taken = new Set(round);
      rest = rest.filter((member) => !taken.has(member));
      await judgeRound(deps, round, { batch: payload.batch, attempt });
    }
  };
}

function memberOf(mail: MailInHand, questionOf: (about: Correspondence) => HistoryQuestion): Member {
  try {
    const question = questionOf(readCorrespondence(mail.raw));
    const { sender, messageId, references } = question;
    const keys = [sender, messageId, ...references].filter((key) => key !== null);
    return { mail, question, keys: [...new Set(keys)] };
  } catch {
    return { mail, question: null, keys: [] }; // whoever parses it will say what is wrong
  }
}

/** Judges mails side by side and writes what there is: of all together, unless some are late. */
async function judgeRound(
  deps: BatchDeps,
  round: readonly Member[],
  of: { readonly batch: string; readonly attempt: Attempt },
): Promise<void> {
  const { inHand } = deps;
  const unsettled = new Set(round);
  try {
    const histories = await historiesOf(deps, round);
    const done: Outcome[] = [];
    const judging = round.map((member) =>
      judge(deps, member, histories(member)).then((outcome) => void done.push(outcome)),
    );
    const all = Promise.all(judging);
    while (unsettled.size > 0) {
      await Promise.race([all, pause(LATE_MS, undefined, { ref: false })]);
      const outcomes = done.splice(0);
      await settle(deps, outcomes, of);
      for (const { member } of outcomes) unsettled.delete(member);
      inHand.release(outcomes.map(({ member }) => member));
    }
  } finally {
    inHand.release([...unsettled]);
  }
}

async function judge(deps: BatchDeps, member: Member, history: HistoryOf): Promise<Outcome> {
  const { mail } = member;
  try {
    return { member, verdict: verdictOf(deps, mail, await deps.screen({ ...mail, bytes: mail.raw }, history)) };
  } catch (error) {
    return { member, error };
  }
}

/** The histories of a round are looked up together. A thread that asks for another one than its mail's header gave has its own. */
async function historiesOf(deps: BatchDeps, round: readonly Member[]): Promise<(member: Member) => HistoryOf> {
  const asking = round.filter(({ question }) => question !== null);
  const found = await unlessAway(
    findHistories(
      deps.db,
      asking.map(({ question }) => question!),
    ),
  );
  const known = new Map(asking.map((member, i) => [member, found[i]!.history]));
  return (member) => async (about) => {
    const history = known.get(member);
    const question = historyQuestion(deps.keys, member.mail, about);
    const same = history !== undefined && JSON.stringify(question) === JSON.stringify(member.question);
    return same ? history : historyOf(deps, member.mail)(about);
  };
}

/** @throws StoreAwayError when the store is away: what is not written yet will be judged again, mail by mail. */
async function settle(
  deps: BatchDeps,
  outcomes: readonly Outcome[],
  { batch, attempt }: { readonly batch: string; readonly attempt: Attempt },
): Promise<void> {
  const { db, spool, log } = deps;
  const judged = outcomes.flatMap((outcome) => ('verdict' in outcome ? outcome.verdict : []));
  try {
    await unlessAway(writeVerdicts(db, judged));
    for (const { mailId, assessment } of judged) log.debug({ mailId, band: assessment.band }, 'screened');
  } catch (error) {
    if (error instanceof StoreAwayError) throw error;
    log.warn(
      { batch, mails: judged.length },
      'the store refuses the verdicts of a batch; they are made again one by one',
    );
    await spool.setApart(batch, { mails: judged.map(({ mailId }) => mailId), tried: 0 });
  }
  for (const outcome of outcomes) {
    if (!('error' in outcome)) continue;
    const { mail } = outcome.member;
    if (await isToTryAgain(deps, mail, outcome.error, attempt)) await spool.tryLast(mail.id, attempt.number);
  }
}

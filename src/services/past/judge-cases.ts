import { type CaseId, type MailId, type PastCase, type PastVerdict, pastVerdictOf } from '../../cases/index.ts';
import type { Keys } from '../../config/index.ts';
import { BANDS } from '../../detect/index.ts';
import { historyQuestion } from '../../screening/job/index.ts';
import {
  commitPastCases,
  countDecided,
  type Db,
  decidedToCompare,
  findHistory,
  keptMailsOf,
  loadMail,
  notePastTotal,
  type PastRun,
  pastCases,
} from '../../store/index.ts';
import type { PastJudge } from '../../tuning/index.ts';

export interface JudgeCasesDeps {
  readonly db: Db;
  readonly keys: Pick<Keys, 'hash'>;
  readonly stop: AbortSignal;
  readonly now: () => Date;
}

const AT_ONCE = 20; // cases that are judged side by side and written down together
const MOST_MAILS = 50; // of a case, the newest

/**
 * Judges the mails that are kept of decided cases by each version of a run, from where it was interrupted. Their history is that which the store
 * has noted, as of then; it is the same for each version.
 *
 * @returns all of them; null when somebody has paused or cancelled the run, or another is further
 */
export async function judgeCases(
  { db, keys, stop, now }: JudgeCasesDeps,
  run: PastRun,
  judges: readonly PastJudge[],
): Promise<PastCase[] | null> {
  const rows = await pastCases(db, run.id);
  await notePastTotal(db, run.id, await countDecided(db, run));
  let after: CaseId | null = rows.at(-1)?.caseId ?? null;
  let n = run.rows;
  for (;;) {
    const some = await decidedToCompare(db, { ...run, after, limit: AT_ONCE });
    if (some.length === 0) return rows;
    const judged = await Promise.all(
      some.map(async (one, i) => ({ ...one, n: n + i, verdicts: await verdictsOn(one.caseId) })),
    );
    if (stop.aborted || !(await commitPastCases(db, run.id, judged, now()))) return null;
    rows.push(...judged);
    n += judged.length;
    after = some.at(-1)!.caseId;
  }

  /** What each version makes of the mail that it finds worst; none when no mail can be judged. */
  async function verdictsOn(id: CaseId): Promise<PastVerdict[]> {
    let worst: PastVerdict[] = [];
    for (const mailId of await keptMailsOf(db, id, MOST_MAILS)) {
      const verdicts = await judgeMail(mailId);
      if (verdicts !== null)
        worst = verdicts.map((verdict, i) =>
          worst[i] === undefined || isWorse(verdict, worst[i]) ? verdict : worst[i],
        );
    }
    return worst;
  }

  async function judgeMail(mailId: MailId): Promise<PastVerdict[] | null> {
    const mail = await loadMail(db, mailId);
    if (mail === null || mail.raw === null) return null; // deleted meanwhile
    const { raw: bytes, receivedAt, source } = mail;
    const judged = await Promise.all(
      judges.map((judge) =>
        judge({ bytes, receivedAt, source }, (about) =>
          findHistory(db, { ...historyQuestion(keys, mail, about), asOfThen: true }),
        ),
      ),
    );
    return judged.includes(null) ? null : judged.map((one) => pastVerdictOf(one!.assessment));
  }
}

const isWorse = (one: PastVerdict, than: PastVerdict): boolean =>
  BANDS.indexOf(one.band) - BANDS.indexOf(than.band) > 0 ||
  (one.band === than.band && one.probability > than.probability);

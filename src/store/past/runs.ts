import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { PastRunId } from '../../cases/index.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { pastMail, pastRun } from '../schema/past.ts';

/** A trial of a mailbox, without the rules that it judges by. */
export type PastRun = Omit<typeof pastRun.$inferSelect, 'rules'>;

type NewPastRun = Pick<
  typeof pastRun.$inferInsert,
  'startedAt' | 'person' | 'by' | 'source' | 'since' | 'until' | 'rules'
>;

const columns = {
  id: pastRun.id,
  state: pastRun.state,
  startedAt: pastRun.startedAt,
  person: pastRun.person,
  by: pastRun.by,
  source: pastRun.source,
  since: pastRun.since,
  until: pastRun.until,
  total: pastRun.total,
  done: pastRun.done,
  rows: pastRun.rows,
  trouble: pastRun.trouble,
  figures: pastRun.figures,
  changedAt: pastRun.changedAt,
};

/** Words for trouble that no mailbox has. */
export const PAST_FAILED = 'failed';
export const PAST_WRONG_RULES = 'wrong-rules';

export const PAST_RUN_DAYS = 7; // that a trial is kept after it changed last

export async function addPastRun(tx: Db, run: NewPastRun): Promise<PastRunId> {
  const values = { ...run, by: clean(run.by), state: 'running' as const, changedAt: run.startedAt };
  const [row] = await tx.insert(pastRun).values(values).returning({ id: pastRun.id });
  return row!.id;
}

/** The newest of a mailbox; null: there is none. */
export async function newestPastRun(db: Db, source: string): Promise<PastRun | null> {
  const [row] = await db
    .select(columns)
    .from(pastRun)
    .where(eq(pastRun.source, source))
    .orderBy(desc(pastRun.id))
    .limit(1);
  return row ?? null;
}

export async function loadPastRun(db: Db, id: PastRunId): Promise<PastRun | null> {
  const [row] = await db.select(columns).from(pastRun).where(eq(pastRun.id, id));
  return row ?? null;
}

/** What a trial judges by, as it was packed when it began; null: there is no such trial. */
export async function rulesOfPastRun(db: Db, id: PastRunId): Promise<Uint8Array | null> {
  const [row] = await db.select({ rules: pastRun.rules }).from(pastRun).where(eq(pastRun.id, id));
  return row?.rules ?? null;
}

/** Trials that somebody has to work at. */
export async function runningPastRuns(db: Db): Promise<PastRunId[]> {
  const rows = await db
    .select({ id: pastRun.id })
    .from(pastRun)
    .where(eq(pastRun.state, 'running'))
    .orderBy(pastRun.id);
  return rows.map(({ id }) => id);
}

/** How many are not at their end. */
export const openPastRuns = (db: Db): Promise<number> =>
  db.$count(pastRun, inArray(pastRun.state, ['running', 'paused']));

/**
 * Pauses, resumes or cancels a trial. What was cancelled keeps nothing of any mail.
 *
 * @param trouble why nobody can go on; null: somebody wanted it
 * @returns false when there is no such trial, or it is not in a state in which that can be done
 */
export async function steerPastRun(
  tx: Db,
  id: PastRunId,
  to: 'running' | 'paused' | 'cancelled',
  { at, trouble = null }: { readonly at: Date; readonly trouble?: string | null },
): Promise<boolean> {
  const steered = await tx
    .update(pastRun)
    .set({ state: to, trouble: trouble === null ? null : clean(trouble), changedAt: at })
    .where(and(eq(pastRun.id, id), inArray(pastRun.state, ['running', 'paused']), ne(pastRun.state, to)))
    .returning({ id: pastRun.id });
  if (steered.length === 0) return false;
  if (to === 'cancelled') await tx.delete(pastMail).where(eq(pastMail.run, id));
  return true;
}

export async function notePastTotal(db: Db, id: PastRunId, total: number): Promise<void> {
  await db
    .update(pastRun)
    .set({ total })
    .where(and(eq(pastRun.id, id), eq(pastRun.state, 'running')));
}

/**
 * Ends a trial: counts stay, and nothing of its mails.
 *
 * @returns false when it is not running any more
 */
export async function endPastRun(
  db: Db,
  id: PastRunId,
  { figures, at }: { readonly figures: object; readonly at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .update(pastRun)
      .set({ state: 'done', figures: cleanJson(figures), changedAt: at })
      .where(and(eq(pastRun.id, id), eq(pastRun.state, 'running')))
      .returning({ id: pastRun.id });
    if (ended.length === 0) return false;
    await tx.delete(pastMail).where(eq(pastMail.run, id));
    return true;
  });
}

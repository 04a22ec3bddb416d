import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { PastRow, PastRunId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { pastMail, pastRun } from '../schema/past.ts';

const AT_ONCE = 5_000;

/**
 * Writes down what was made of some mails, together with how far the trial is: whoever else worked at the same mails writes nothing.
 *
 * @param rows numbered on from those that were written
 * @returns false when the trial is not running any more, or others are further
 */
export async function commitPastMails(db: Db, id: PastRunId, rows: readonly PastRow[], at: Date): Promise<boolean> {
  const [first] = rows;
  if (first === undefined) return true;
  const incoming = rows.filter(({ kind }) => kind !== 'answer').length;
  return db.transaction(async (tx) => {
    const moved = await tx
      .update(pastRun)
      .set({ rows: sql`${pastRun.rows} + ${rows.length}`, done: sql`${pastRun.done} + ${incoming}`, changedAt: at })
      .where(and(eq(pastRun.id, id), eq(pastRun.state, 'running'), eq(pastRun.rows, first.n)))
      .returning({ id: pastRun.id });
    if (moved.length === 0) return false;
    await tx.insert(pastMail).values(rows.map((row) => ({ ...row, run: id, folder: clean(row.folder) })));
    return true;
  });
}

/** The mails of a trial that has not ended, in their order. */
export async function pastMails(db: Db, id: PastRunId): Promise<PastRow[]> {
  const rows: PastRow[] = [];
  for (;;) {
    const after = rows.at(-1)?.n ?? -1;
    const some = await db
      .select()
      .from(pastMail)
      .where(and(eq(pastMail.run, id), gt(pastMail.n, after)))
      .orderBy(asc(pastMail.n))
      .limit(AT_ONCE);
    rows.push(...some.map(({ run: _, ...row }) => row));
    if (some.length < AT_ONCE) return rows;
  }
}

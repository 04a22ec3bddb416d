import { and, asc, eq, sql } from 'drizzle-orm';
import type { PastRow, PastRunId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { pastMail, pastRun } from '../schema/past.ts';

export const columnsOfMail = {
  n: pastMail.n,
  at: pastMail.at,
  source: pastMail.source,
  folder: pastMail.folder,
  uidValidity: pastMail.uidValidity,
  uid: pastMail.uid,
  kind: pastMail.kind,
  sender: pastMail.sender,
  messageId: pastMail.messageId,
  thread: pastMail.thread,
  content: pastMail.content,
  characters: pastMail.characters,
  verdicts: pastMail.verdicts,
};

const AT_ONCE = 5_000;

/**
 * Writes down what was made of some mails, together with how far the run is: whoever else worked at the same mails writes nothing.
 *
 * @param rows numbered on from those that were written
 * @returns false when the run is not running any more, or others are further
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

/** The mails of a run in their order. Of one that has ended, those that may be opened. */
export async function pastMails(db: Db, id: PastRunId): Promise<PastRow[]> {
  const rows: PastRow[] = [];
  for (;;) {
    const after = rows.at(-1)?.n ?? -1;
    const some = await pastMailPage(db, id, { after, limit: AT_ONCE });
    rows.push(...some);
    if (some.length < AT_ONCE) return rows;
  }
}

/** Some of them, behind the number `after`. */
export const pastMailPage = (
  db: Db,
  id: PastRunId,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<PastRow[]> =>
  db
    .select(columnsOfMail)
    .from(pastMail)
    .where(and(eq(pastMail.run, id), sql`${pastMail.n} > ${after}`))
    .orderBy(asc(pastMail.n))
    .limit(limit);

/** One that may be opened: of a run that has ended. */
export async function loadPastMail(db: Db, id: PastRunId, n: number): Promise<PastRow | null> {
  const [row] = await db
    .select(columnsOfMail)
    .from(pastMail)
    .innerJoin(pastRun, and(eq(pastRun.id, pastMail.run), eq(pastRun.state, 'done')))
    .where(and(eq(pastMail.run, id), eq(pastMail.n, n)));
  return row ?? null;
}

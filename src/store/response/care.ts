import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { Care, CarePoint, CareRecord, Day, FollowUp, FollowUpId, Recurrence } from '../../response/index.ts';
import { holdCase } from '../cases/standing.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { fileOf } from '../cases/whereabouts.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { carePoint, followUp, recurrence } from '../schema/care.ts';
import { caseFile, decision } from '../schema/core.ts';
import { caseVictim } from '../schema/person-timeline.ts';

/** Who wrote something down, and when. */
export interface Written {
  readonly by: string;
  readonly at: Date;
}

/** How grave it is, a person said; before that, how urgent it was found. */
const inDanger = sql`case when ${caseFile.status} = 'approved' then coalesce((select ${decision.decision} ->> 'severity' from ${decision} where ${decision.caseId} = ${caseFile.id} and ${decision.decision} ->> 'kind' = 'approve' order by ${decision.id} desc limit 1) = '3', false) else coalesce(${caseFile.band} = 'urgent', false) end`;

const stopped = sql<boolean>`exists (select from ${caseVictim} where ${caseVictim.caseId} in ${fileOf(sql`${caseFile.id}`)} and 'nothing' = any(${caseVictim.wishes})) and not (${inDanger})`;

/** The care list of a case; null when there is no such case in sight. */
export async function loadCare(db: Db, id: CaseId, visibility: Visibility = USUAL_VISIBILITY): Promise<Care | null> {
  const [found] = await db
    .select({ stopped })
    .from(caseFile)
    .where(and(eq(caseFile.id, id), isVisible(visibility)));
  if (found === undefined) return null;
  const points = await db.select().from(carePoint).where(eq(carePoint.caseId, id));
  const days = await db
    .select()
    .from(followUp)
    .where(eq(followUp.caseId, id))
    .orderBy(asc(followUp.due), asc(followUp.id));
  const [note] = await db.select().from(recurrence).where(eq(recurrence.caseId, id));
  return {
    caseId: id,
    records: Object.fromEntries(
      points.map(({ point, state, note, by, at }) => [point, { state, note, by, at } satisfies CareRecord]),
    ),
    followUps: days.map(followUpOf),
    recurrence: note === undefined ? null : ({ note: note.note, by: note.by, at: note.at } satisfies Recurrence),
    stopped: found.stopped,
  };
}

const followUpOf = ({ id, due, note, by, doneBy, doneAt }: typeof followUp.$inferSelect): FollowUp => ({
  id,
  due,
  note,
  by,
  done: doneBy === null || doneAt === null ? null : { by: doneBy, at: doneAt },
});

/** @returns whether there is such a case in sight, as do the next three. */
export async function writeCarePoint(
  tx: Db,
  id: CaseId,
  point: CarePoint,
  said: Pick<CareRecord, 'state' | 'note'>,
  who: Written,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<boolean> {
  if ((await holdCase(tx, id, visibility)) === null) return false;
  const row = { state: said.state, note: clean(said.note), by: clean(who.by), at: who.at };
  await tx
    .insert(carePoint)
    .values({ caseId: id, point, ...row })
    .onConflictDoUpdate({ target: [carePoint.caseId, carePoint.point], set: row });
  return true;
}

export async function planFollowUp(
  tx: Db,
  id: CaseId,
  { due, note }: { readonly due: Day; readonly note: string },
  who: Written,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<boolean> {
  if ((await holdCase(tx, id, visibility)) === null) return false;
  await tx.insert(followUp).values({ caseId: id, due, note: clean(note), by: clean(who.by), at: who.at });
  return true;
}

/** Notes that somebody asked. The first who says so is kept. */
export async function endFollowUp(
  tx: Db,
  id: CaseId,
  which: FollowUpId,
  who: Written,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<boolean> {
  if ((await holdCase(tx, id, visibility)) === null) return false;
  const own = and(eq(followUp.id, which), eq(followUp.caseId, id));
  await tx
    .update(followUp)
    .set({ doneBy: clean(who.by), doneAt: who.at })
    .where(and(own, isNull(followUp.doneAt)));
  return (await tx.$count(followUp, own)) > 0;
}

export async function writeRecurrence(
  tx: Db,
  id: CaseId,
  note: string,
  who: Written,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<boolean> {
  if ((await holdCase(tx, id, visibility)) === null) return false;
  const row = { note: clean(note), by: clean(who.by), at: who.at };
  await tx
    .insert(recurrence)
    .values({ caseId: id, ...row })
    .onConflictDoUpdate({ target: recurrence.caseId, set: row });
  return true;
}

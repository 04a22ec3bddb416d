import { and, sql } from 'drizzle-orm';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { isWaiting } from '../schema/columns.ts';
import { caseFile } from '../schema/core.ts';

/** How long the case that waits longest has been open; null: none waits. Grey cases do not press, and confidential ones are in no figure. */
export async function waitingSince(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ since: sql<Date | null>`min(${caseFile.openedAt})`.mapWith(caseFile.openedAt) })
    .from(caseFile)
    .where(and(isWaiting(caseFile), isVisible(USUAL_VISIBILITY)));
  return row?.since ?? null;
}

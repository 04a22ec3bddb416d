import { and, asc, eq } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { StampId } from '../../response/index.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { evidenceStamp } from '../schema/evidence.ts';

/** A time stamp of an evidence pack, without the bytes. */
export interface KeptStamp {
  readonly id: StampId;
  readonly pack: string; // SHA-256, hex
  readonly stampedAt: Date;
  readonly authority: string;
  readonly by: string; // who added it
  readonly at: Date;
}

const { id, pack, stampedAt, authority, by, at } = evidenceStamp;

/** The stamps of a case's packs, in the order in which they were added; none of a case out of sight. */
export const stampsOf = (db: Db, of: CaseId, visibility: Visibility = USUAL_VISIBILITY): Promise<KeptStamp[]> =>
  db
    .select({ id, pack, stampedAt, authority, by, at })
    .from(evidenceStamp)
    .innerJoin(caseFile, eq(caseFile.id, evidenceStamp.caseId))
    .where(and(eq(evidenceStamp.caseId, of), isVisible(visibility)))
    .orderBy(asc(id));

/** Keeps a stamp. @returns false when it is kept already. Who may see the case is asked before. */
export async function addStamp(
  tx: Db,
  stamp: Omit<KeptStamp, 'id'> & { readonly caseId: CaseId; readonly response: Uint8Array; readonly sha256: string },
): Promise<boolean> {
  const rows = await tx
    .insert(evidenceStamp)
    .values({ ...stamp, authority: clean(stamp.authority), by: clean(stamp.by) })
    .onConflictDoNothing()
    .returning({ id });
  return rows.length > 0;
}

/** What the authority gave; null when the case has no such stamp. Who may see the case is asked before. */
export async function stampResponse(
  db: Db,
  of: CaseId,
  which: StampId,
): Promise<{ readonly pack: string; readonly response: Uint8Array } | null> {
  const [row] = await db
    .select({ pack, response: evidenceStamp.response })
    .from(evidenceStamp)
    .where(and(eq(evidenceStamp.caseId, of), eq(id, which)));
  return row ?? null;
}

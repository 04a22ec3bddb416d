import { eq, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { consultation } from '../schema/consultation.ts';
import { caseMail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/** A file that was handed in with an incident, as whoever sent it sees it. */
export interface OwnFile {
  readonly filename: string;
  readonly size: number; // bytes
}

/** The files of a consultation, once they were read. That it is one's own is asked before. */
export async function filesOfConsultation(db: Db, id: string): Promise<OwnFile[]> {
  const rows = await db
    .select({ files: sql<OwnFile[]>`${reading.envelope} -> 'attachments'` })
    .from(consultation)
    .innerJoin(caseMail, eq(caseMail.caseId, consultation.caseId))
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(eq(consultation.id, id));
  return rows.flatMap(({ files }) => files.map(({ filename, size }) => ({ filename, size })));
}

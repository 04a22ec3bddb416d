import { and, asc, desc, eq, exists, inArray, sql } from 'drizzle-orm';
import type { CaseId, CaseStatus, KeptReading } from '../../cases/index.ts';
import type { Act, EntryId } from '../../detect/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/** A case with the texts that are kept of its mails. */
export interface KeptCase {
  readonly id: CaseId;
  readonly status: CaseStatus;
  readonly acts: readonly Act[];
  readonly foundActs: readonly Act[];
  readonly entries: readonly EntryId[]; // found when its mails were judged
  readonly from: string;
  readonly subject: string;
  readonly receivedAt: Date;
  readonly mails: readonly Pick<KeptReading, 'parts'>[];
}

const AT_ONCE = 100;

/** Cases of which texts are kept, decided ones first and then the newest, until `characters` are reached; confidential ones never. */
export async function keptCases(
  db: Db,
  most: { readonly cases: number; readonly characters: number },
): Promise<KeptCase[]> {
  const isRead = db
    .select({ one: sql`1` })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(eq(caseMail.caseId, caseFile.id));
  const summaries = await db
    .select({
      id: caseFile.id,
      status: caseFile.status,
      acts: caseFile.acts,
      foundActs: caseFile.foundActs,
      entries: caseFile.entries,
      from: caseFile.from,
      subject: caseFile.subject,
      receivedAt: caseFile.receivedAt,
    })
    .from(caseFile)
    .where(and(isVisible(USUAL_VISIBILITY), exists(isRead)))
    .orderBy(sql`${caseFile.status} = 'open'`, desc(caseFile.receivedAt), desc(caseFile.id))
    .limit(most.cases);
  const cases: KeptCase[] = [];
  let room = most.characters;
  for (let at = 0; at < summaries.length && room > 0; at += AT_ONCE) {
    const some = summaries.slice(at, at + AT_ONCE);
    const rows = await db
      .select({ caseId: caseMail.caseId, parts: reading.parts, characters: reading.characters })
      .from(caseMail)
      .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
      .where(
        inArray(
          caseMail.caseId,
          some.map(({ id }) => id),
        ),
      )
      .orderBy(asc(caseMail.mailId));
    for (const one of some) {
      const mails = rows.filter(({ caseId }) => caseId === one.id);
      room -= mails.reduce((sum, { characters }) => sum + characters, 0);
      if (room > 0 || cases.length === 0) cases.push({ ...one, mails: mails.map(({ parts }) => ({ parts })) });
    }
  }
  return cases;
}

import { and, count, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { CaseId, Stratum } from '../../cases/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, verdict } from '../schema/core.ts';
import { spotCheck, spotReading } from '../schema/spot-check.ts';

/** What came of the mails that the coin kept with one chance. */
export interface SpotFigures {
  readonly stratum: Stratum;
  readonly chance: number;
  readonly kept: number; // mails that the coin kept
  readonly read: number; // of these, by somebody who said something
  readonly missed: number; // of these, as people decided
  readonly unsure: number; // of these: a reader saw a case, and nobody decided it
}

/** Of mails judged since then. */
export async function spotFigures(db: Db, since: Date): Promise<SpotFigures[]> {
  const said = (answer: 'fine' | 'case') =>
    sql<boolean>`exists (select 1 from ${spotReading} said where said.spot_id = ${spotCheck.id} and said.answer = ${answer})`;
  const each = db
    .select({
      stratum: spotCheck.stratum,
      chance: spotCheck.chance,
      fine: said('fine').as('fine'),
      seen: said('case').as('seen'),
      stands: sql<string | null>`coalesce(${caseFile.status}, ${spotCheck.outcome})`.as('stands'),
    })
    .from(spotCheck)
    .leftJoin(caseMail, eq(caseMail.mailId, spotCheck.mailId))
    .leftJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .where(and(gte(spotCheck.drawnAt, since), ne(spotCheck.stratum, 'decided')))
    .as('each');
  const among = (which: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${which})`.mapWith(Number);
  const rows = await db
    .select({
      stratum: each.stratum,
      chance: each.chance,
      kept: count(),
      read: among(sql`${each.fine} or ${each.seen}`),
      missed: among(sql`${each.seen} and ${each.stands} = 'approved'`),
      unsure: among(
        sql`${each.seen} and ${each.stands} is distinct from 'approved' and ${each.stands} is distinct from 'dismissed'`,
      ),
    })
    .from(each)
    .groupBy(each.stratum, each.chance);
  return rows.map((row) => ({ ...row, stratum: row.stratum as Stratum }));
}

/**
 * Mails that were surfaced and that people approved, judged since then, as far as the coin was there for them: had one of them been ordinary, it
 * might have been kept.
 */
export async function foundMails(db: Db, since: Date): Promise<number> {
  const [row] = await db
    .select({ mails: count() })
    .from(caseFile)
    .innerJoin(caseMail, eq(caseMail.caseId, caseFile.id))
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(
      and(
        eq(caseFile.status, 'approved'),
        isVisible(USUAL_VISIBILITY),
        eq(verdict.tossed, true),
        inArray(verdict.band, ['grey', 'review', 'urgent']),
        isNull(verdict.duplicateOf),
        gte(verdict.screenedAt, since),
      ),
    );
  return row!.mails;
}

/** Whether a case holds a mail that was ordinary until somebody read it. */
export async function wasFoundBySpotCheck(db: Db, caseId: CaseId): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(spotCheck)
    .innerJoin(caseMail, eq(caseMail.mailId, spotCheck.mailId))
    .where(and(eq(caseMail.caseId, caseId), ne(spotCheck.stratum, 'decided')))
    .limit(1);
  return rows.length > 0;
}

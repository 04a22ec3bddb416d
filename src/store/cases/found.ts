import { eq, type SQL, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { Act, Band, EntryId } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';

/** What a verdict found, and where its mail came in. */
export interface Found {
  readonly points: readonly { readonly act: Act; readonly score: number }[];
  readonly entries: readonly EntryId[];
  readonly band: Band | null;
  readonly source: string;
}

/** The acts that were found in a case so far, and these. */
export const withActs = (acts: readonly Act[]): SQL =>
  sql`array(select distinct unnest(${caseFile.foundActs} || ${sql.param([...acts], caseFile.foundActs)}) order by 1)`;

/** What a case shows of its mails' verdicts. */
export const foundIn = async (tx: Db, which: SQL) =>
  summed(
    await tx
      .select({ points: verdict.points, entries: verdict.entries, band: verdict.band, source: mail.source })
      .from(verdict)
      .innerJoin(mail, eq(mail.id, verdict.mailId))
      .leftJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
      .where(which),
  );

/** The same of verdicts that are at hand. */
export const summed = (found: readonly Found[]): { acts: Act[]; entries: EntryId[]; sources: string[] } => ({
  acts: byHighestScore(found.flatMap(({ points }) => points)),
  // Only a watch brings an ordinary mail here: how it is decided tells nothing of the entries.
  entries: [...new Set(found.flatMap(({ band, entries }) => (band === 'ordinary' ? [] : entries)))].sort(),
  sources: [...new Set(found.map(({ source }) => source))].sort(),
});

function byHighestScore(points: readonly { readonly act: Act; readonly score: number }[]): Act[] {
  const highest = new Map<Act, number>();
  for (const { act, score } of points) highest.set(act, Math.max(score, highest.get(act) ?? 0));
  return [...highest].sort((a, b) => b[1] - a[1]).map(([act]) => act);
}

/** The acts found in a case's mails, by falling score: as they were before anyone corrected them. */
export const assessedActs = async (tx: Db, caseId: CaseId): Promise<Act[]> =>
  (await foundIn(tx, eq(caseMail.caseId, caseId))).acts;

import { eq, type SQL, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { Act, ActProbability, Band, EntryId } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';

/** What a verdict found, and where its mail came in. */
export interface Found {
  readonly acts: readonly ActProbability[];
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
      .select({ acts: verdict.acts, entries: verdict.entries, band: verdict.band, source: mail.source })
      .from(verdict)
      .innerJoin(mail, eq(mail.id, verdict.mailId))
      .leftJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
      .where(which),
  );

/** The same of verdicts that are at hand. */
export const summed = (found: readonly Found[]): { acts: Act[]; entries: EntryId[]; sources: string[] } => ({
  acts: likeliestFirst(found.flatMap(({ acts }) => acts)),
  // Only a watch brings an ordinary mail here: how it is decided tells nothing of the entries.
  entries: [...new Set(found.flatMap(({ band, entries }) => (band === 'ordinary' ? [] : entries)))].sort(),
  sources: [...new Set(found.map(({ source }) => source))].sort(),
});

/** Those of verdicts from before they had probabilities come in their order. */
function likeliestFirst(acts: readonly (Pick<ActProbability, 'act'> & Partial<ActProbability>)[]): Act[] {
  const highest = new Map<Act, number>();
  for (const { act, probability = 0 } of acts) highest.set(act, Math.max(probability, highest.get(act) ?? 0));
  return [...highest].sort((a, b) => b[1] - a[1]).map(([act]) => act);
}

/** The acts found in a case's mails, the likeliest first: as they were before anyone corrected them. */
export const assessedActs = async (tx: Db, caseId: CaseId): Promise<Act[]> =>
  (await foundIn(tx, eq(caseMail.caseId, caseId))).acts;

import { desc, eq, isNotNull, lt } from 'drizzle-orm';
import type { SiteWeights } from '../../detect/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { siteLearning, siteVersion } from '../schema/learning.ts';
import { bytesOf, forgetAllTaught, numbersIn } from './taught.ts';

/** A version as it is listed: without its weights. */
export type SiteVersion = Omit<typeof siteVersion.$inferSelect, 'bias' | 'hashes' | 'deltas'>;

const columns = {
  id: siteVersion.id,
  at: siteVersion.at,
  ground: siteVersion.ground,
  taught: siteVersion.taught,
  unused: siteVersion.unused,
  figures: siteVersion.figures,
};

/** The newest first. */
export const siteVersions = (
  db: Db,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<SiteVersion[]> =>
  db.select(columns).from(siteVersion).orderBy(desc(siteVersion.id)).limit(limit).offset(offset);

export type NewSiteVersion = Omit<SiteVersion, 'id'> & { readonly fit: Omit<SiteWeights, 'version'> };

/** One after another, whoever changes what was learned: held until the transaction ends. */
export const lockLearning = (tx: Db): Promise<void> => takeAdvisoryLock(tx, 'learning', '');

/** Adds a version; those before it keep their figures and lose their weights. */
export async function addSiteVersion(tx: Db, { fit, ...version }: NewSiteVersion): Promise<string> {
  const [row] = await tx
    .insert(siteVersion)
    .values({ ...version, bias: fit.bias, hashes: bytesOf(fit.hashes), deltas: bytesOf(fit.deltas) })
    .returning({ id: siteVersion.id });
  await tx.update(siteVersion).set({ hashes: null, deltas: null }).where(lt(siteVersion.id, row!.id));
  return row!.id;
}

/** What mails are judged by, beside the shipped weights: the newest version's name, and on which classifier it stands. Null: nothing. */
export async function siteInForce(db: Db, unless: boolean): Promise<{ id: string; ground: string } | null> {
  const { enabled } = await siteLearningNow(db, unless);
  const [newest] = await siteVersions(db, { limit: 1 });
  return enabled && newest !== undefined && newest.unused === null ? newest : null;
}

/** The weights of a version; null when a later one took its place. */
export async function siteWeights(db: Db, id: string): Promise<SiteWeights | null> {
  const [row] = await db.select().from(siteVersion).where(eq(siteVersion.id, id));
  if (!row?.hashes || !row.deltas) return null;
  return {
    version: row.id,
    bias: row.bias,
    hashes: numbersIn(row.hashes),
    deltas: new Float64Array(row.deltas.slice().buffer),
  };
}

/** Whether this site learns, who said so, and since when. */
export interface SiteLearningState {
  readonly enabled: boolean;
  readonly since: Date | null; // earlier decisions teach nothing
  readonly by: string | null; // null: nobody has set it
  readonly at: Date | null;
}

/** @param usual what holds where nobody has set it */
export async function siteLearningNow(db: Db, usual: boolean): Promise<SiteLearningState> {
  const [row] = await db.select().from(siteLearning);
  return row ?? { enabled: usual, since: null, by: null, at: null };
}

export async function setSiteLearning(
  tx: Db,
  state: { readonly enabled: boolean; readonly since: Date | null; readonly by: string; readonly at: Date },
): Promise<void> {
  const values = { ...state, by: clean(state.by) };
  await tx.insert(siteLearning).values(values).onConflictDoUpdate({ target: siteLearning.id, set: values });
}

/** Forgets all that was learned, and what it was learned from. Figures of versions stay. @returns from how many decisions */
export async function forgetLearned(tx: Db): Promise<number> {
  await tx.update(siteVersion).set({ hashes: null, deltas: null }).where(isNotNull(siteVersion.hashes));
  return forgetAllTaught(tx);
}

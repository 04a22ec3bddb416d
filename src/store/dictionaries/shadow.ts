import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { CaseId, MailId, ShadowId } from '../../cases/index.ts';
import type { Band } from '../../detect/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, mail } from '../schema/core.ts';
import { shadow, shadowCount, shadowMail, type shadow as shadows } from '../schema/shadow.ts';
import { lockDictionaries } from './changes.ts';

/** Rules that are tried beside those in force. */
export type Shadow = Omit<typeof shadows.$inferSelect, 'only' | 'files'>;
/** `folder` and `files`: a whole folder is tried, packed, in place of rules. */
export type NewShadow = Pick<Shadow, 'at' | 'person' | 'by' | 'rules'> &
  ({ readonly folder: string; readonly files: Uint8Array } | { readonly folder?: undefined });

const columns = {
  id: shadow.id,
  at: shadow.at,
  person: shadow.person,
  by: shadow.by,
  rules: shadow.rules,
  folder: shadow.folder,
  skipped: shadow.skipped,
  failed: shadow.failed,
  trouble: shadow.trouble,
};

/** The one that runs; null: none does. */
export async function currentShadow(db: Db): Promise<Shadow | null> {
  const [row] = await db.select(columns).from(shadow);
  return row ?? null;
}

/** The files of the folder that a shadow tries, packed as they were when it began; null: it tries rules, or has ended. */
export async function filesOfShadow(db: Db, id: ShadowId): Promise<Uint8Array | null> {
  const [row] = await db.select({ files: shadow.files }).from(shadow).where(eq(shadow.id, id));
  return row?.files ?? null;
}

/** Begins a shadow in the place of the one that ran, made of its rules; what that one counted is gone. */
export async function beginShadow(tx: Db, make: (before: Shadow | null) => NewShadow): Promise<ShadowId> {
  await lockDictionaries(tx);
  const made = make(await currentShadow(tx));
  const { at, person, by, rules } = made;
  const folder = made.folder === undefined ? {} : { folder: clean(made.folder), files: made.files };
  await tx.delete(shadow);
  const [row] = await tx
    .insert(shadow)
    .values({ at, person, by: clean(by), rules: cleanJson(rules), ...folder })
    .returning({ id: shadow.id });
  return row!.id;
}

/** Ends a shadow, with all that it counted. @returns false when it is not there any more */
export async function endShadow(tx: Db, id: ShadowId): Promise<boolean> {
  const gone = await tx.delete(shadow).where(eq(shadow.id, id)).returning({ id: shadow.id });
  return gone.length > 0;
}

/** A mail that was judged twice. */
export interface Compared {
  readonly mailId: MailId;
  readonly band: Band; // of its verdict
  readonly would: Band;
}

/** What a process has found out since it last said so. */
export interface ShadowFindings {
  readonly compared: readonly Compared[]; // each mail once, by the process that wrote its verdict
  readonly skipped: number;
  readonly failed: number;
}

/** Adds up what a process has found out; nothing, when the shadow has ended meanwhile. A mail that is gone leaves its count. */
export async function noteFindings(
  db: Db,
  id: ShadowId,
  at: Date,
  { compared, skipped, failed }: ShadowFindings,
): Promise<void> {
  await db.transaction(async (tx) => {
    const runs = await tx
      .update(shadow)
      .set({ skipped: sql`${shadow.skipped} + ${skipped}`, failed: sql`${shadow.failed} + ${failed}` })
      .where(eq(shadow.id, id))
      .returning({ id: shadow.id });
    if (runs.length === 0) return;
    for (const [key, mails] of countsOf(compared)) {
      const [band, would] = key.split(' ') as [Band, Band];
      await tx
        .insert(shadowCount)
        .values({ shadowId: id, band, would, mails })
        .onConflictDoUpdate({
          target: [shadowCount.shadowId, shadowCount.band, shadowCount.would],
          set: { mails: sql`${shadowCount.mails} + excluded.mails` },
        });
    }
    for (const { mailId, band, would } of compared)
      if (band !== would)
        await tx.execute(sql`insert into ${shadowMail} (shadow_id, mail_id, at, band, would)
          select ${id}, id, ${at.toISOString()}::timestamptz, ${band}, ${would} from ${mail} where id = ${mailId}
          on conflict do nothing`);
  });
}

function countsOf(compared: readonly Compared[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { band, would } of compared) counts.set(`${band} ${would}`, (counts.get(`${band} ${would}`) ?? 0) + 1);
  return counts;
}

/** Why a shadow judges nothing, in a sentence; null: it does. */
export async function noteTrouble(db: Db, id: ShadowId, trouble: string | null): Promise<void> {
  await db
    .update(shadow)
    .set({ trouble: trouble === null ? null : clean(trouble) })
    .where(and(eq(shadow.id, id), sql`${shadow.trouble} is distinct from ${trouble}`));
}

export interface ShadowCount {
  readonly band: Band;
  readonly would: Band;
  readonly mails: number;
}

export const shadowCounts = (db: Db, id: ShadowId): Promise<ShadowCount[]> =>
  db
    .select({ band: shadowCount.band, would: shadowCount.would, mails: shadowCount.mails })
    .from(shadowCount)
    .where(eq(shadowCount.shadowId, id));

/** A mail whose band would differ. */
export interface ShadowDifference {
  readonly at: Date;
  readonly source: string;
  readonly receivedAt: Date;
  readonly band: Band;
  readonly would: Band;
  readonly caseId: CaseId | null; // null: of an ordinary mail nothing is kept, or the case is not for whoever keeps dictionaries
}

/** Mails whose band would differ, the newest first. A confidential case is not told of. */
export const shadowDifferences = (db: Db, id: ShadowId, limit: number): Promise<ShadowDifference[]> =>
  db
    .select({
      at: shadowMail.at,
      source: mail.source,
      receivedAt: mail.receivedAt,
      band: shadowMail.band,
      would: shadowMail.would,
      caseId: caseFile.id,
    })
    .from(shadowMail)
    .innerJoin(mail, eq(mail.id, shadowMail.mailId))
    .leftJoin(caseMail, eq(caseMail.mailId, shadowMail.mailId))
    .leftJoin(caseFile, and(eq(caseFile.id, caseMail.caseId), isVisible(USUAL_VISIBILITY)))
    .where(eq(shadowMail.shadowId, id))
    .orderBy(desc(shadowMail.at), desc(shadowMail.mailId))
    .limit(limit);

/** References to mails that were compared before a moment are not needed any more; counts stay. */
export async function forgetDifferences(db: Db, before: Date): Promise<void> {
  await db.delete(shadowMail).where(lt(shadowMail.at, before));
}

import { and, asc, desc, eq, exists, gt, inArray, isNotNull, isNull, ne, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type CaseId, currentDecision, type Decision, type DecisionId, type KeptReading } from '../../cases/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseMerge } from '../schema/case-notes.ts';
import { caseFile, caseMail, decision, verdict } from '../schema/core.ts';
import { taughtDecision } from '../schema/learning.ts';
import { reading } from '../schema/reading.ts';

/** A decision from which nobody has learned yet, with the mail that put the case where it is. */
export interface Untaught {
  readonly caseId: CaseId;
  readonly decisionId: DecisionId;
  readonly positive: boolean;
  readonly at: Date;
  readonly parts: KeptReading['parts'];
}

const later = alias(decision, 'later');
/** The decision in a row is the newest on its case, and the case is decided. */
const stands = (db: Db): SQL | undefined =>
  and(
    inArray(caseFile.status, ['approved', 'dismissed']),
    notExists(
      db
        .select({ one: sql`1` })
        .from(later)
        .where(and(eq(later.caseId, caseFile.id), gt(later.id, decision.id))),
    ),
  );

/** Mails that came in, of cases that everybody who reads cases sees, and into which no other was merged: only these teach. */
const mayTeach = (db: Db): SQL | undefined =>
  and(
    eq(caseFile.kind, 'mail'),
    isVisible(USUAL_VISIBILITY),
    notExists(
      db
        .select({ one: sql`1` })
        .from(caseMerge)
        .where(and(eq(caseMerge.into, caseFile.id), isNull(caseMerge.endedAt))),
    ),
  );

/** Decisions that stand and teach, among the newest `among`, and have not taught yet; oldest first. */
export async function untaughtDecisions(
  db: Db,
  { since, among, limit }: { readonly since: Date | null; readonly among: number; readonly limit: number },
): Promise<Untaught[]> {
  const known = db.select({ one: sql`1` }).from(taughtDecision).where(eq(taughtDecision.decisionId, decision.id));
  const newest = db.select({ id: decision.id }).from(decision).orderBy(desc(decision.id)).limit(among);
  const isRead = db
    .select({ one: sql`1` })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(eq(caseMail.caseId, caseFile.id));
  const rows = await db
    .select({ caseId: caseFile.id, decisionId: decision.id, status: caseFile.status, at: decision.at })
    .from(decision)
    .innerJoin(caseFile, eq(caseFile.id, decision.caseId))
    .where(
      and(
        stands(db),
        mayTeach(db),
        exists(isRead),
        notExists(known),
        inArray(decision.id, newest),
        since === null ? undefined : gt(decision.at, since),
      ),
    )
    .orderBy(asc(decision.id))
    .limit(limit);
  const found: Untaught[] = [];
  for (const { status, ...row } of rows)
    found.push({ ...row, positive: status === 'approved', parts: await taughtTexts(db, row.caseId) });
  return found;
}

/** The texts of the mail of a case that scored most. */
export async function taughtTexts(db: Db, id: CaseId): Promise<KeptReading['parts']> {
  const [row] = await db
    .select({ parts: reading.parts })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(eq(caseMail.caseId, id))
    .orderBy(desc(verdict.score), asc(caseMail.mailId))
    .limit(1);
  return row?.parts ?? [];
}

/** Notes what a decision teaches; of a case it is the newest decision that counts. Null: nothing. */
export async function noteTaught(
  db: Db,
  decided: Omit<Untaught, 'parts'> & { readonly features: Uint32Array | null },
): Promise<void> {
  const values = { ...decided, features: decided.features && bytesOf(decided.features) };
  await db
    .insert(taughtDecision)
    .values(values)
    .onConflictDoUpdate({ target: taughtDecision.caseId, set: { ...values, forgottenBy: null, forgottenAt: null } });
}

/** Unlearns decisions that were undone since, and those on cases that teach no longer. @returns of how many cases */
export async function dropUnstanding(db: Db): Promise<number> {
  const standing = db
    .select({ id: decision.id })
    .from(decision)
    .innerJoin(caseFile, eq(caseFile.id, decision.caseId))
    .where(and(eq(decision.id, taughtDecision.decisionId), stands(db), mayTeach(db)));
  const gone = await db.delete(taughtDecision).where(notExists(standing)).returning({ id: taughtDecision.caseId });
  return gone.length;
}

/** What decisions teach, in their order; of many the newest. */
export async function taughtFeatures(
  db: Db,
  limit: number,
): Promise<{ caseId: CaseId; positive: boolean; features: Uint32Array }[]> {
  const rows = await db
    .select({ caseId: taughtDecision.caseId, positive: taughtDecision.positive, features: taughtDecision.features })
    .from(taughtDecision)
    .where(isNotNull(taughtDecision.features))
    .orderBy(desc(taughtDecision.decisionId))
    .limit(limit);
  return rows.reverse().map((row) => ({ ...row, features: numbersIn(row.features!) }));
}

/** A hash of the decisions that teach: another one means that there is something to learn, or to unlearn. */
export async function taughtHash(db: Db): Promise<string> {
  const each = sql`${taughtDecision.decisionId}::text`;
  const [row] = await db
    .select({ hash: sql<string>`md5(coalesce(string_agg(${each}, ',' order by ${taughtDecision.decisionId}), ''))` })
    .from(taughtDecision)
    .where(isNotNull(taughtDecision.features));
  return row!.hash;
}

/** A decision in the list of those that teach. */
export interface ListedTaught {
  readonly caseId: CaseId;
  readonly positive: boolean;
  readonly at: Date;
  readonly teaches: boolean;
  readonly forgottenBy: string | null;
}

const listed = {
  caseId: taughtDecision.caseId,
  positive: taughtDecision.positive,
  at: taughtDecision.at,
  teaches: sql<boolean>`${taughtDecision.features} is not null`,
  forgottenBy: taughtDecision.forgottenBy,
};

/** Newest first. */
export const listTaught = (
  db: Db,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ListedTaught[]> =>
  db.select(listed).from(taughtDecision).orderBy(desc(taughtDecision.decisionId)).limit(limit).offset(offset);

export async function taughtBy(db: Db, caseId: CaseId): Promise<ListedTaught | null> {
  const [row] = await db.select(listed).from(taughtDecision).where(eq(taughtDecision.caseId, caseId));
  return row ?? null;
}

/** Unlearns one decision; it teaches again only when its case is decided anew. @returns false when it teaches nothing */
export async function forgetTaught(
  tx: Db,
  caseId: CaseId,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(taughtDecision)
    .set({ features: null, forgottenBy: clean(by), forgottenAt: at })
    .where(and(eq(taughtDecision.caseId, caseId), isNotNull(taughtDecision.features)))
    .returning({ id: taughtDecision.caseId });
  return rows.length > 0;
}

export async function forgetAllTaught(tx: Db): Promise<number> {
  const rows = await tx.delete(taughtDecision).returning({ id: taughtDecision.caseId });
  return rows.length;
}

/** The decision that stands on each case, for whoever compares them. */
export async function standingDecisions(
  db: Db,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, { readonly decision: Decision; readonly at: Date }>> {
  const rows = await db
    .select({ id: caseFile.id, decision: decision.decision, at: decision.at })
    .from(decision)
    .innerJoin(caseFile, eq(caseFile.id, decision.caseId))
    .where(and(inArray(caseFile.id, [...ids]), stands(db), isVisible(USUAL_VISIBILITY), ne(caseFile.status, 'merged')));
  return new Map(rows.map(({ id, decision: stored, at }) => [id, { decision: currentDecision(stored), at }]));
}

export const bytesOf = (numbers: Uint32Array | Float64Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** Copied, since a view needs an aligned buffer. */
export const numbersIn = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.slice().buffer);

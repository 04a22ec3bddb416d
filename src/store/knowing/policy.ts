import { asc, eq } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import type { PolicyVersion } from '../../policy/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { policyReading, policyVersion } from '../schema/knowing.ts';

/** A version with how many people say that they have read it. */
export interface ListedVersion extends PolicyVersion {
  readonly readers: number;
  readonly fileHash: string | null;
}

/** All versions without their texts, in the order in which they were published. */
export async function policyVersions(db: Db): Promise<ListedVersion[]> {
  const rows = await db
    .select({
      id: policyVersion.id,
      origin: policyVersion.origin,
      fileHash: policyVersion.fileHash,
      note: policyVersion.note,
      from: policyVersion.from,
      by: policyVersion.by,
      at: policyVersion.at,
      readers: db.$count(policyReading, eq(policyReading.versionId, policyVersion.id)),
    })
    .from(policyVersion)
    .orderBy(asc(policyVersion.id));
  return rows.map((row, index) => ({ ...row, number: index + 1 }));
}

/** The text of a version; null when there is none. */
export async function policyText(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ text: policyVersion.text }).from(policyVersion).where(eq(policyVersion.id, id));
  return row?.text ?? null;
}

type NewVersion = Omit<typeof policyVersion.$inferInsert, 'id'>;

/** @returns its id; of a text of a file that is known, the one it has */
export async function addPolicyVersion(tx: Db, version: NewVersion): Promise<string> {
  const values = { ...version, text: clean(version.text), note: clean(version.note), by: clean(version.by) };
  const [written] = await tx
    .insert(policyVersion)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: policyVersion.id });
  if (written !== undefined) return written.id;
  const [known] = await tx
    .select({ id: policyVersion.id })
    .from(policyVersion)
    .where(eq(policyVersion.fileHash, version.fileHash!));
  return known!.id;
}

/** Notes that a person has read a version. @returns false when they had said so before: the first time counts */
export async function notePolicyReading(tx: Db, versionId: string, person: PersonId, at: Date): Promise<boolean> {
  const rows = await tx
    .insert(policyReading)
    .values({ versionId, person, at })
    .onConflictDoNothing()
    .returning({ at: policyReading.at });
  return rows.length > 0;
}

/** When a person read which versions. */
export async function policyReadings(db: Db, person: PersonId): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .select({ id: policyReading.versionId, at: policyReading.at })
    .from(policyReading)
    .where(eq(policyReading.person, person));
  return new Map(rows.map(({ id, at }) => [id, at]));
}

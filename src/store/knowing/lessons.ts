import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { user } from '../schema/auth.ts';
import { lessonDone, policyReading } from '../schema/knowing.ts';

/** Notes that a person finished a lesson, now. */
export async function noteLesson(tx: Db, person: PersonId, act: Act, at: Date): Promise<void> {
  await tx
    .insert(lessonDone)
    .values({ person, act, at })
    .onConflictDoUpdate({ target: [lessonDone.person, lessonDone.act], set: { at } });
}

/** When a person finished which lessons last. */
export async function lessonsOf(db: Db, person: PersonId): Promise<ReadonlyMap<Act, Date>> {
  const rows = await db.select().from(lessonDone).where(eq(lessonDone.person, person));
  return new Map(rows.map(({ act, at }) => [act, at]));
}

/** What a person has read. No answers, and no order of who knows more. */
export interface Knowing {
  readonly name: string;
  readonly readAt: Date | null; // the version that was asked for; null: not yet
  readonly lessons: number; // that they finished
  readonly lastLessonAt: Date | null;
}

/** Of everyone whose account works, by name. `version`: of the policy; null: there is none. */
export async function whoKnows(db: Db, version: string | null): Promise<Knowing[]> {
  const ofVersion =
    version === null ? sql`false` : and(eq(policyReading.person, user.id), eq(policyReading.versionId, version));
  return db
    .select({
      name: user.name,
      readAt: policyReading.at,
      lessons: db.$count(lessonDone, eq(lessonDone.person, user.id)),
      lastLessonAt:
        sql<Date | null>`(select max(${lessonDone.at}) from ${lessonDone} where ${lessonDone.person} = ${user.id})`.mapWith(
          lessonDone.at,
        ),
    })
    .from(user)
    .leftJoin(policyReading, ofVersion)
    .where(isNull(user.deactivatedAt))
    .orderBy(asc(user.name), asc(user.id));
}

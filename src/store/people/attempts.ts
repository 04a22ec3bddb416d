import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { attempt, wrongPassword } from '../schema/notice.ts';

/** How many attempts a window takes, and how long it is. */
export interface AttemptWindow {
  readonly most: number;
  readonly seconds: number;
}

/**
 * Counts an attempt, in one statement, so that of many on several hosts no more than `most` are let through. A window ends when it is over,
 * whatever was tried in it: nobody is kept out by those who go on trying.
 *
 * @returns seconds until one of `key` may begin; 0: this one may
 */
export async function beginAttempt(db: Db, key: string, { most, seconds }: AttemptWindow, at: Date): Promise<number> {
  await db.delete(attempt).where(lte(attempt.until, at));
  const until = new Date(at.getTime() + seconds * 1000);
  const [counted] = await db
    .insert(attempt)
    .values({ key, count: 1, until })
    .onConflictDoUpdate({
      target: attempt.key,
      set: { count: sql`${attempt.count} + 1` },
      setWhere: lt(attempt.count, most),
    })
    .returning({ count: attempt.count });
  if (counted !== undefined) return 0;
  const [full] = await db.select({ until: attempt.until }).from(attempt).where(eq(attempt.key, key));
  return Math.max(1, Math.ceil(((full?.until ?? at).getTime() - at.getTime()) / 1000));
}

/** It was a right one and does not count. */
export async function giveBackAttempt(db: Db, key: string): Promise<void> {
  await db
    .update(attempt)
    .set({ count: sql`${attempt.count} - 1` })
    .where(and(eq(attempt.key, key), gt(attempt.count, 0)));
}

/** Notes a wrong password; those from before `since` are forgotten. @returns how many there are by now, with this one */
export async function noteWrongPassword(db: Db, key: string, at: Date, since: Date): Promise<number> {
  await db.delete(wrongPassword).where(lt(wrongPassword.at, since));
  await db.insert(wrongPassword).values({ key, at });
  return wrongPasswords(db, key, since);
}

export const wrongPasswords = (db: Db, key: string, since: Date): Promise<number> =>
  db.$count(wrongPassword, and(eq(wrongPassword.key, key), gt(wrongPassword.at, since)));

/** The account has a new password. */
export async function forgetWrongPasswords(db: Db, key: string): Promise<void> {
  await db.delete(wrongPassword).where(eq(wrongPassword.key, key));
}

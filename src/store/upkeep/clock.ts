import { desc } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { audit } from '../schema/audit.ts';
import { mail } from '../schema/core.ts';
import { clock } from '../schema/notice.ts';

const FAR_MS = 14 * 86_400_000; // longer than a service that is in use stands still

/**
 * Whether the clock has jumped ahead: when it was believed last, if that is longer ago than two weeks; null when all is well. Believed is
 * what the last purge took for now; before the first one, the newest entry of the audit log or the newest mail.
 */
export async function clockAhead(db: Db, now: Date): Promise<Date | null> {
  const seen = await clockSeen(db);
  return seen !== null && now.getTime() - seen.getTime() > FAR_MS ? seen : null;
}

async function clockSeen(db: Db): Promise<Date | null> {
  const [believed] = await db.select({ at: clock.seenAt }).from(clock);
  if (believed !== undefined) return believed.at;
  const [entry] = await db.select({ at: audit.at }).from(audit).orderBy(desc(audit.seq)).limit(1);
  const [stored] = await db.select({ at: mail.storedAt }).from(mail).orderBy(desc(mail.id)).limit(1);
  const times = [entry?.at ?? null, stored?.at ?? null].flatMap((at) => (at === null ? [] : [at.getTime()]));
  return times.length === 0 ? null : new Date(Math.max(...times));
}

/** What the clock says now counts from here on. */
export async function believeClock(db: Db, now: Date): Promise<void> {
  await db
    .insert(clock)
    .values({ id: 1, seenAt: now })
    .onConflictDoUpdate({ target: clock.id, set: { seenAt: now } });
}

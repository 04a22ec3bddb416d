import { and, eq, gt, gte, isNull, ne, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { ACTIVE_MINUTES, type CaseId, type Exposure, type PersonId, REST_MINUTES } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { user } from '../schema/auth.ts';
import { exposure, skip } from '../schema/review.ts';

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

/** Remembers that a person has opened a case; opened again it is the same case, seen later. */
export async function noteExposure(
  db: Db,
  seen: { readonly person: PersonId; readonly caseId: CaseId; readonly heavy: boolean; readonly at: Date },
): Promise<void> {
  await db
    .insert(exposure)
    .values(seen)
    .onConflictDoUpdate({ target: [exposure.person, exposure.caseId], set: { heavy: seen.heavy, at: seen.at } });
}

/** What a person has opened since a moment, a day back at most. Only for that person's own eyes. */
export async function exposureSince(db: Db, person: PersonId, since: Date): Promise<Exposure> {
  const [found] = await db
    .select({
      cases: sql`count(*)`.mapWith(Number),
      heavy: sql`count(*) filter (where ${exposure.heavy})`.mapWith(Number),
    })
    .from(exposure)
    .where(and(eq(exposure.person, person), gte(exposure.at, since)));
  return found ?? { cases: 0, heavy: 0 };
}

/** Whether the case a person saw last, a rest ago at most, was one of the worst. */
export async function comesFromHeavy(db: Db, person: PersonId, now: Date): Promise<boolean> {
  const [last] = await db
    .select({ heavy: exposure.heavy })
    .from(exposure)
    .where(and(eq(exposure.person, person), gt(exposure.at, minutesBefore(now, REST_MINUTES)), isLast(db)));
  return last?.heavy ?? false;
}

/** Whether someone else is active who may take this unassigned case and does not come from one of the worst. */
export async function otherIsFree(
  db: Db,
  { id, forDesk }: { readonly id: CaseId; readonly forDesk: boolean },
  person: PersonId,
  now: Date,
): Promise<boolean> {
  const [other] = await db
    .select({ person: exposure.person })
    .from(exposure)
    .innerJoin(user, eq(user.id, exposure.person))
    .where(
      and(
        ne(exposure.person, person),
        gt(exposure.at, minutesBefore(now, ACTIVE_MINUTES)),
        eq(exposure.heavy, false),
        isLast(db),
        isNull(user.deactivatedAt),
        forDesk ? sql`'desk' = any(${user.roles})` : undefined,
        notExists(
          db
            .select({ one: sql`1` })
            .from(skip)
            .where(and(eq(skip.caseId, id), eq(skip.person, exposure.person))),
        ),
      ),
    )
    .limit(1);
  return other !== undefined;
}

/** No case of the same person was seen later. */
function isLast(db: Db) {
  const later = alias(exposure, 'later');
  const after = or(gt(later.at, exposure.at), and(eq(later.at, exposure.at), gt(later.caseId, exposure.caseId)));
  return notExists(
    db
      .select({ one: sql`1` })
      .from(later)
      .where(and(eq(later.person, exposure.person), after)),
  );
}

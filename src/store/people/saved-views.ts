import { and, asc, eq, ne } from 'drizzle-orm';
import type { PersonId, ViewId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { user } from '../schema/auth.ts';
import { savedView } from '../schema/review.ts';

/** A filter of the list that a person has given a name. */
export interface SavedView {
  readonly id: ViewId;
  readonly name: string;
  readonly address: string; // of the list, in the review app
}

/** So many can still be looked over. */
export const MOST_VIEWS = 20;

/** A person's own, the oldest first. */
export const savedViews = (db: Db, person: PersonId): Promise<SavedView[]> =>
  db
    .select({ id: savedView.id, name: savedView.name, address: savedView.address })
    .from(savedView)
    .where(eq(savedView.person, person))
    .orderBy(asc(savedView.id));

/** Saves a view; one of the same name is changed. @returns false when the person has as many as there may be. */
export async function saveView(db: Db, person: PersonId, view: Omit<SavedView, 'id'>): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.select({ id: user.id }).from(user).where(eq(user.id, person)).for('no key update'); // one after another
    const name = clean(view.name);
    const others = await tx.$count(savedView, and(eq(savedView.person, person), ne(savedView.name, name)));
    if (others >= MOST_VIEWS) return false;
    await tx
      .insert(savedView)
      .values({ person, name, address: clean(view.address) })
      .onConflictDoUpdate({ target: [savedView.person, savedView.name], set: { address: clean(view.address) } });
    return true;
  });
}

/** Deletes a view of a person. @returns false when they have no such view. */
export async function deleteView(db: Db, person: PersonId, id: ViewId): Promise<boolean> {
  const deleted = await db
    .delete(savedView)
    .where(and(eq(savedView.id, id), eq(savedView.person, person)))
    .returning({ id: savedView.id });
  return deleted.length > 0;
}

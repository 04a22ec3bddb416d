import { and, asc, count, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { CaseComment, CaseId, CaseSummary, PersonId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { user } from '../schema/auth.ts';
import { caseFile } from '../schema/core.ts';
import { comment, mention } from '../schema/review.ts';
import { summaryOf } from './cases.ts';
import type { Slice } from './filter.ts';
import { declinedBy } from './skips.ts';
import { holdCase } from './standing.ts';
import { isVisible, type Onlooker, type Visibility } from './visibility.ts';
import { fileOf } from './whereabouts.ts';

/** A comment before it is written. */
export interface NewComment {
  readonly person: PersonId | null; // null: a program or a command
  readonly by: string;
  readonly words: string;
  readonly mentioned: readonly PersonId[];
  readonly at: Date;
}

/** Writes a comment to a case, whatever its status. @returns false when there is no such case */
export async function addComment(
  tx: Db,
  id: CaseId,
  { mentioned, ...written }: NewComment,
  visibility: Visibility,
): Promise<boolean> {
  if ((await holdCase(tx, id, visibility)) === null) return false;
  const [made] = await tx
    .insert(comment)
    .values({ ...written, caseId: id, by: clean(written.by), words: clean(written.words) })
    .returning({ id: comment.id });
  if (mentioned.length > 0)
    await tx.insert(mention).values(mentioned.map((person) => ({ commentId: made!.id, person })));
  return true;
}

/** More than a person reads; the newest count. */
const MOST = 200;

/** What was written to a case and to what was merged into it, oldest first. */
export async function commentsOf(db: Db, id: CaseId, visibility: Visibility): Promise<CaseComment[]> {
  const rows = await db
    .select({ id: comment.id, by: comment.by, words: comment.words, at: comment.at })
    .from(comment)
    .innerJoin(caseFile, eq(caseFile.id, comment.caseId))
    .where(and(sql`${comment.caseId} in ${fileOf(id)}`, isVisible(visibility)))
    .orderBy(desc(comment.id))
    .limit(MOST);
  const ids = rows.map((row) => row.id);
  const names = await db
    .select({ commentId: mention.commentId, name: user.name })
    .from(mention)
    .innerJoin(user, eq(user.id, mention.person))
    .where(inArray(mention.commentId, ids))
    .orderBy(asc(user.name));
  return rows.reverse().map(({ id: of, ...row }) => ({
    ...row,
    mentioned: names.filter(({ commentId }) => commentId === of).map(({ name }) => name),
  }));
}

/** A comment that mentions someone: where it stands, nothing of what it says. */
export interface Mention extends CaseSummary {
  readonly by: string;
  readonly at: Date;
  readonly seen: boolean;
  readonly declined: boolean; // the case, by whom it mentions
}

const mentions = ({ person, ...visibility }: Onlooker): SQL | undefined =>
  and(eq(mention.person, person), isVisible(visibility));

/** Comments that mention a person, on cases that they see, newest first. */
export const mentionsOf = (db: Db, { limit, offset }: Slice, onlooker: Onlooker): Promise<Mention[]> =>
  db
    .select({
      ...summaryOf(db),
      by: comment.by,
      at: comment.at,
      seen: sql<boolean>`${mention.seenAt} is not null`,
      declined: sql<boolean>`${declinedBy(onlooker.person)}`,
    })
    .from(mention)
    .innerJoin(comment, eq(comment.id, mention.commentId))
    .innerJoin(caseFile, eq(caseFile.id, comment.caseId))
    .where(mentions(onlooker))
    .orderBy(desc(comment.id))
    .limit(limit)
    .offset(offset);

/** How many of these they have not seen yet. */
export async function unseenMentions(db: Db, onlooker: Onlooker): Promise<number> {
  const [found] = await db
    .select({ unseen: count() })
    .from(mention)
    .innerJoin(comment, eq(comment.id, mention.commentId))
    .innerJoin(caseFile, eq(caseFile.id, comment.caseId))
    .where(and(mentions(onlooker), isNull(mention.seenAt)));
  return found?.unseen ?? 0;
}

/** A person has seen what mentions them: on one case, or (null) all of it. */
export async function noteMentionsSeen(db: Db, person: PersonId, id: CaseId | null, at: Date): Promise<void> {
  const which =
    id === null
      ? undefined
      : inArray(
          mention.commentId,
          db
            .select({ id: comment.id })
            .from(comment)
            .where(sql`${comment.caseId} in ${fileOf(id)}`),
        );
  await db
    .update(mention)
    .set({ seenAt: at })
    .where(and(eq(mention.person, person), isNull(mention.seenAt), which));
}

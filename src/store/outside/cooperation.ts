import { and, asc, desc, eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { Cooperation, CooperationId, Day } from '../../response/index.ts';
import type { Slice } from '../cases/filter.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import type { Written } from '../response/care.ts';
import { caseFile } from '../schema/core.ts';
import { cooperation } from '../schema/outside.ts';

export async function addCooperation(
  tx: Db,
  given: Omit<Cooperation, 'id' | 'by' | 'at' | 'answer'>,
  { by, at }: Written,
): Promise<CooperationId> {
  const texts = { company: clean(given.company), contact: clean(given.contact), words: clean(given.words) };
  const [row] = await tx
    .insert(cooperation)
    .values({ ...given, ...texts, by: clean(by), at })
    .returning({ id: cooperation.id });
  return row!.id;
}

/** Writes down what was answered, once. @returns false when there is no such request in sight, or it has its answer */
export async function answerCooperation(
  tx: Db,
  id: CooperationId,
  { words, day }: { readonly words: string; readonly day: Day },
  { by, at }: Written,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<boolean> {
  if ((await loadCooperation(tx, id, visibility)) === null) return false;
  const rows = await tx
    .update(cooperation)
    .set({ answer: clean(words), answered: day, answeredBy: clean(by), answeredAt: at })
    .where(and(eq(cooperation.id, id), isNull(cooperation.answeredAt)))
    .returning({ id: cooperation.id });
  return rows.length > 0;
}

/** One request; null when there is none in sight. */
export const loadCooperation = async (
  db: Db,
  id: CooperationId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<Cooperation | null> => (await requests(db, eq(cooperation.id, id), visibility))[0] ?? null;

/** Those that wait for an answer, the first due first; or those that have one, the newest first. */
export const cooperationList = async (
  db: Db,
  { answered, limit, offset }: Slice & { readonly answered: boolean },
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<Cooperation[]> =>
  requests(db, answered ? isNotNull(cooperation.answeredAt) : isNull(cooperation.answeredAt), visibility, {
    answered,
    limit,
    offset,
  });

async function requests(
  db: Db,
  where: SQL | undefined,
  visibility: Visibility,
  { answered, limit, offset }: Slice & { readonly answered: boolean } = { answered: false, limit: 1, offset: 0 },
): Promise<Cooperation[]> {
  const visible = isVisible(visibility);
  const rows = await db
    .select({ row: cooperation })
    .from(cooperation)
    .leftJoin(caseFile, eq(caseFile.id, cooperation.caseId))
    .where(and(where, visible && or(isNull(cooperation.caseId), visible)))
    .orderBy(...(answered ? [desc(cooperation.answeredAt)] : [asc(cooperation.due)]), asc(cooperation.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ row }) => cooperationOf(row));
}

function cooperationOf(row: typeof cooperation.$inferSelect): Cooperation {
  const { answer, answered, answeredBy, answeredAt, ...given } = row;
  return {
    ...given,
    answer:
      answered === null || answeredAt === null
        ? null
        : { words: answer ?? '', day: answered, by: answeredBy ?? '', at: answeredAt },
  };
}

import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { CaseId, Searched } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { wordsOf } from '../engine/search.ts';
import { caseMail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/** Where a case says what is looked for, in the newest of its mails that do. */
export interface Excerpt {
  readonly text: string; // folded, as searches compare; mail text
  readonly isStart: boolean; // the text begins here
  readonly isEnd: boolean;
}

const AROUND = { before: 24, whole: 90 }; // characters
/** Who is spoken of is looked for before anything is shown: cases with more text than this show nothing. UTF-16 units. */
const MOST = 100_000;

/**
 * For each of these cases whose mails say one of the words: the first such place, and the texts of the case in which people are looked
 * for; null in their stead where there is too much of it. Who may see the cases is asked before.
 */
export async function excerptsOf(
  db: Db,
  ids: readonly CaseId[],
  asked: string,
): Promise<ReadonlyMap<CaseId, { readonly excerpt: Excerpt; readonly texts: readonly Searched[] | null }>> {
  const words = wordsOf(asked);
  if (ids.length === 0 || words.length === 0) return new Map();
  const places = await placesOf(db, ids, words);
  const found = places.map(({ caseId }) => caseId);
  if (found.length === 0) return new Map();
  const small = await db
    .select({ caseId: caseMail.caseId })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(inArray(caseMail.caseId, found))
    .groupBy(caseMail.caseId)
    .having(sql`sum(length(${reading.plain})) <= ${MOST}`);
  const texts = await db
    .select({ caseId: caseMail.caseId, folded: reading.folded, plain: reading.plain })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(inArray(caseMail.caseId, [...small.map(({ caseId }) => caseId)]));
  const isSmall = new Set(small.map(({ caseId }) => caseId));
  return new Map(
    places.map(({ caseId, ...excerpt }) => [
      caseId,
      { excerpt, texts: isSmall.has(caseId) ? texts.filter((one) => one.caseId === caseId) : null },
    ]),
  );
}

/** As it is written, or else over the ends of lines. */
async function placesOf(db: Db, ids: readonly CaseId[], words: readonly string[]) {
  const joined = sql`replace(${reading.plain}, E'\\n', '')`;
  const first = (text: SQL | typeof reading.plain) =>
    sql`coalesce(${sql.join(
      words.map((word) => sql`nullif(strpos(${text}, ${word}), 0)`),
      sql`, `,
    )})`;
  const text = sql`case when ${first(reading.plain)} is null then ${joined} else ${reading.plain} end`;
  const at = sql`coalesce(${first(reading.plain)}, ${first(joined)})`;
  const start = sql`greatest(1, ${at} - ${AROUND.before})`;
  return db
    .selectDistinctOn([caseMail.caseId], {
      caseId: caseMail.caseId,
      text: sql<string>`substring(${text} from ${start} for ${AROUND.whole})`,
      isStart: sql<boolean>`${start} = 1`,
      isEnd: sql<boolean>`${start} + ${AROUND.whole} > length(${text})`,
    })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(and(inArray(caseMail.caseId, [...ids]), sql`${at} is not null`))
    .orderBy(caseMail.caseId, desc(caseMail.mailId));
}

import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { CaseId, Searched } from '../../cases/index.ts';
import type { Segment } from '../../text/index.ts';
import type { Db } from '../engine/db.ts';
import { caseMail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/** How the newest mail of a case begins. */
export interface Beginning {
  readonly text: string; // its first own words; mail text
  readonly texts: readonly Searched[] | null; // of all its mails, in which people are looked for; null: too much to look through
}

/** As much as is looked at, and as many of its segments: a mail that quotes at length before it says something shows nothing. */
const LOOKED_AT = { characters: 600, segments: 6 };
const WORDS = 120; // UTF-16 units
/** Who is spoken of is looked for before anything is shown: cases with more text than this show nothing. UTF-16 units. */
const MOST = 100_000;

/** The beginnings of the newest mails of these cases, where they can be read. Who may see the cases is asked before. */
export async function beginningsOf(db: Db, ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, Beginning>> {
  if (ids.length === 0) return new Map();
  const ofCases = inArray(caseMail.caseId, [...ids]);
  const body = sql`jsonb_path_query_first(${reading.parts}, '$[*] ? (@.id == "body")')`;
  const newest = await db
    .selectDistinctOn([caseMail.caseId], {
      caseId: caseMail.caseId,
      text: sql<string | null>`left(${body} ->> 'text', ${LOOKED_AT.characters})`,
      segments: sql<
        Segment[] | null
      >`jsonb_path_query_array(${body}, ${`$.segments[0 to ${LOOKED_AT.segments - 1}]`}::jsonpath)`,
    })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(ofCases)
    .orderBy(caseMail.caseId, desc(caseMail.mailId));
  const sizes = await db
    .select({ caseId: caseMail.caseId, units: sql<number>`sum(length(${reading.plain}))::float8` })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(ofCases)
    .groupBy(caseMail.caseId);
  const small = sizes.filter(({ units }) => units <= MOST).map(({ caseId }) => caseId);
  const texts = await db
    .select({ caseId: caseMail.caseId, folded: reading.folded, plain: reading.plain })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(and(ofCases, inArray(caseMail.caseId, small)));
  return new Map(
    newest.map(({ caseId, text, segments }) => [
      caseId,
      {
        text: firstOwnWords(text ?? '', segments ?? []),
        texts: small.includes(caseId) ? texts.filter((one) => one.caseId === caseId) : null,
      },
    ]),
  );
}

/** What the writer says first themselves. */
function firstOwnWords(text: string, segments: readonly Segment[]): string {
  const own = segments.find(({ kind, start, end }) => kind === 'own' && text.slice(start, end).trim() !== '');
  return own === undefined ? '' : text.slice(own.start, own.end).trim().slice(0, WORDS);
}

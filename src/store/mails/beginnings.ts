import { desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { CaseId, Searched } from '../../cases/index.ts';
import type { Segment } from '../../text/index.ts';
import type { Db } from '../engine/db.ts';
import { caseMail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/** How the newest mail of a case begins. */
export interface Beginning {
  readonly text: string; // its first own words; mail text
  readonly texts: readonly Searched[]; // of all its mails, in which people are looked for
}

/** As much as is looked at, and as many of its segments: a mail that quotes at length before it says something shows nothing. */
const LOOKED_AT = { characters: 600, segments: 6 };
const WORDS = 120; // UTF-16 units
/** Who is spoken of is looked for before anything is shown: cases with more text than this show nothing. Characters. */
const MOST = 100_000;
const LONGEST_CHARACTER = 4; // bytes of UTF-8

/** The beginnings of the newest mails of these cases, where they can be read and looked through. Who may see the cases is asked before. */
export async function beginningsOf(db: Db, ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, Beginning>> {
  const small = await smallOf(db, ids);
  if (small.length === 0) return new Map();
  const ofSmall = inArray(caseMail.caseId, small);
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
    .where(ofSmall)
    .orderBy(caseMail.caseId, desc(caseMail.mailId));
  const texts = await db
    .select({ caseId: caseMail.caseId, folded: reading.folded, plain: reading.plain })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(ofSmall);
  return new Map(
    newest.map(({ caseId, text, segments }) => [
      caseId,
      {
        text: firstOwnWords(text ?? '', segments ?? []),
        texts: texts.filter((one) => one.caseId === caseId),
      },
    ]),
  );
}

/** Those with no more text than can be looked through. How many bytes a text has stands beside it; its characters are counted only where these leave it open. */
async function smallOf(db: Db, ids: readonly CaseId[]): Promise<CaseId[]> {
  const summed = (size: SQL, of: readonly CaseId[]) =>
    db
      .select({ caseId: caseMail.caseId, size: sql<number>`sum(${size})::float8` })
      .from(caseMail)
      .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
      .where(inArray(caseMail.caseId, [...of]))
      .groupBy(caseMail.caseId);
  const bytes = ids.length === 0 ? [] : await summed(sql`octet_length(${reading.plain})`, ids);
  const open = bytes.filter(({ size }) => size > MOST && size <= MOST * LONGEST_CHARACTER).map(({ caseId }) => caseId);
  const characters = open.length === 0 ? [] : await summed(sql`length(${reading.plain})`, open);
  return [...bytes, ...characters].filter(({ size }) => size <= MOST).map(({ caseId }) => caseId);
}

/** What the writer says first themselves. */
function firstOwnWords(text: string, segments: readonly Segment[]): string {
  const own = segments.find(({ kind, start, end }) => kind === 'own' && text.slice(start, end).trim() !== '');
  return own === undefined ? '' : text.slice(own.start, own.end).trim().slice(0, WORDS);
}

import { and, arrayContains, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { caseNumberIn, wordGrams } from '../engine/search.ts';
import { caseFile, caseMail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/** A text as the index reads it: a word goes on over the end of a line, as Japanese mails are broken. */
const joined = sql`replace(${reading.plain}, E'\\n', '')`;

/** Up to this length a word is one entry of the index, which then decides alone. */
const INDEXED_WHOLE = 2;
/** Characters of a text that the index reads, and so many bytes at least. */
const INDEXED_TEXT = 60_000;

/**
 * Cases that a folded word finds: their subject and sender, the texts of their mails as long as these are kept, their number, their
 * counterparty. The index finds candidates, the text itself decides. Who sees confidential cases is asked beside it, as of every list.
 */
export const isFoundBy = (word: string): SQL => sql`${caseFile.id} in (${foundBy(word)})`;

/** Their ids, some of them more than once. */
export function foundBy(word: string): SQL {
  const number = caseNumberIn(word);
  const whose = sql`select ${caseMail.caseId} from ${caseMail} where ${caseMail.mailId} = ${reading.mailId}`; // one by one, or all would be read
  const ways = [
    sql`select ${caseFile.id} from ${caseFile} where ${listedAs(word)}`,
    sql`select (${whose}) as id from ${reading} where ${saysWord(word)}`,
    sql`select ${caseFile.id} from ${caseFile} where ${caseFile.counterparty} = ${word}`,
    ...(number === null ? [] : [sql`select ${number}::bigint`]),
  ];
  return sql.join(ways, sql` union all `);
}

/** Whether a word finds a case, asked of a case at hand. */
export function finds(db: Db, word: string): SQL<boolean> {
  const short = sql`octet_length(${reading.plain}) <= ${INDEXED_TEXT}`;
  const mails = db
    .select({ yes: sql`true` })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(
      and(
        eq(caseMail.caseId, caseFile.id),
        sql`case when ${short} then strpos(${joined}, ${word}) > 0 else ${saysWord(word)} end`,
      ),
    )
    .limit(1);
  return sql<boolean>`(${listedAs(word)} or ${isMeantBy(word)} or coalesce((${mails}), false))`;
}

/** Whether a word is the number of a case or its counterparty, which nobody wrote into a mail of it. */
export function isMeantBy(word: string): SQL {
  const number = caseNumberIn(word);
  const same = sql`${caseFile.counterparty} = ${word}`;
  return number === null ? same : sql`(${same} or ${caseFile.id} = ${number}::bigint)`;
}

const listedAs = (word: string): SQL =>
  sql`(strpos(${caseFile.search}, ${word}) > 0 and ${arrayContains(caseFile.grams, wordGrams(word))})`;

function saysWord(word: string): SQL {
  const indexed = sql`komainu.grams(${reading.plain}) @> ${sql.param(wordGrams(word), caseFile.grams)}`;
  return [...word].length <= INDEXED_WHOLE ? indexed : sql`(${indexed} and strpos(${joined}, ${word}) > 0)`;
}

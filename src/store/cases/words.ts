import { and, arrayContains, notInArray, type SQL, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import { caseNumberIn, wordGrams } from '../engine/search.ts';
import { caseFile, caseMail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/** A text as the index reads it: a word goes on over the end of a line, as Japanese mails are broken. */
const joined = sql`replace(${reading.plain}, E'\\n', '')`;

/** Up to this length a word is one entry of the index, which then decides alone. */
const INDEXED_WHOLE = 2;

/**
 * Cases that a folded word finds: their subject and sender, the texts of their mails as long as these are kept, their number, their
 * counterparty. The index finds candidates, the text itself decides. Who sees confidential cases is asked beside it, as of every list.
 *
 * @param closed cases that are found by their number and counterparty alone
 */
export function isFoundBy(word: string, closed: readonly CaseId[] = []): SQL {
  const number = caseNumberIn(word);
  const listed = closed.length === 0 ? undefined : notInArray(caseFile.id, [...closed]);
  const read = closed.length === 0 ? undefined : notInArray(caseMail.caseId, [...closed]);
  const ways = [
    sql`select ${caseFile.id} from ${caseFile} where ${and(arrayContains(caseFile.grams, wordGrams(word)), sql`strpos(${caseFile.search}, ${word}) > 0`, listed)}`,
    sql`select ${caseMail.caseId} from ${reading} inner join ${caseMail} on ${caseMail.mailId} = ${reading.mailId} where ${and(saysWord(word), read)}`,
    sql`select ${caseFile.id} from ${caseFile} where ${caseFile.counterparty} = ${word}`,
    ...(number === null ? [] : [sql`select ${number}::bigint`]),
  ];
  return sql`${caseFile.id} in (${sql.join(ways, sql` union all `)})`;
}

function saysWord(word: string): SQL {
  const indexed = sql`komainu.grams(${reading.plain}) @> ${sql.param(wordGrams(word), caseFile.grams)}`;
  return [...word].length <= INDEXED_WHOLE ? indexed : sql`${indexed} and strpos(${joined}, ${word}) > 0`;
}

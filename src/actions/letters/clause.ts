import type { CaseId } from '../../cases/index.ts';
import { clauseWords, type LetterLanguage } from '../../response/index.ts';
import { counterpartyOfCase, type Db } from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';

/**
 * The clause that the counterparty of a case agreed to, with its document and day, as a letter names it; null when none is on
 * file.
 */
export async function clauseOf(db: Db, actor: Actor, id: CaseId, language: LetterLanguage): Promise<string | null> {
  const clause = (await counterpartyOfCase(db, id, visibilityOf(actor)))?.counterparty.clause ?? null;
  return clause === null ? null : clauseWords(clause, language);
}

import type { CaseId } from '../../cases/index.ts';
import { ACTS } from '../../detect/index.ts';
import { type Db, wordsOfCases } from '../../store/index.ts';
import type { Language } from './language.ts';
import { hiddenActs, hidesSubject, maskingOver, type WithActs } from './masking.ts';

/** What lists say of a case. */
interface Listed extends WithActs {
  readonly id: CaseId;
  readonly from: string;
  readonly subject: string;
}

/**
 * Cases as lists and files show them to anybody: in sender and subject the same words are hidden as on the page of the case, and
 * nothing else.
 *
 * @example
 * const cases = await veiled(db, await caseListPage(db, filter, looking), { maskAll: false, language: 'ja' });
 */
export async function veiled<Row extends Listed>(
  db: Db,
  rows: readonly Row[],
  { maskAll, language }: { readonly maskAll: boolean; readonly language: Language },
): Promise<Row[]> {
  const isHidden = hiddenActs(maskAll);
  const painful = rows.filter((row) => hidesSubject(row, maskAll)).map(({ id }) => id);
  const words = await wordsOfCases(db, painful, ACTS.filter(isHidden));
  return rows.map((row) => {
    const found = words.get(row.id);
    if (found === undefined) return row;
    const { acts, foundActs } = row;
    const { coverLine } = maskingOver({ acts, foundActs, assessments: [], words: found }, isHidden, language);
    return { ...row, from: coverLine(row.from), subject: coverLine(row.subject) };
  });
}

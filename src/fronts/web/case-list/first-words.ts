import { type CaseInList, isNamedIn, type Named } from '../../../cases/index.ts';
import { beginningsOf, type Db } from '../../../store/index.ts';
import { type Language, painfulLabel } from '../../shared/index.ts';
import { inertLine } from '../shell/inert.ts';

interface Looker {
  readonly who: Named;
  readonly isHidden: (row: CaseInList) => boolean; // its subject
  readonly language: Language;
}

const SHOWN = 100; // characters

/**
 * How the newest mail of each case begins, by the case's id. Nothing is shown of a case that hides its subject, nor of one whose texts
 * speak of whoever looks: neither would its page show it. A beginning that holds painful words is said by their kind.
 */
export async function firstWords(
  db: Db,
  cases: readonly CaseInList[],
  { who, isHidden, language }: Looker,
): Promise<ReadonlyMap<string, string>> {
  const open = cases.filter((row) => !isHidden(row));
  const beginnings = await beginningsOf(
    db,
    open.map(({ id }) => id),
  );
  return new Map(
    [...beginnings].flatMap(([id, { text, texts }]) => {
      if (texts.some((one) => isNamedIn(one, who))) return [];
      return [[id, painfulLabel(text, language) ?? inertLine(text, SHOWN)]];
    }),
  );
}

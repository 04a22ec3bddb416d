import { type CaseInList, isNamedIn, type Named } from '../../../cases/index.ts';
import { beginningsOf, type Db } from '../../../store/index.ts';
import { inertLine } from '../shell/inert.ts';

interface Looker {
  readonly who: Named;
  readonly isSilent: (row: CaseInList) => boolean;
}

const SHOWN = 100; // characters

/**
 * How the newest mail of each case begins, by the case's id. Nothing is shown of a case with words that hurt or that is hidden, nor of one
 * whose texts speak of whoever looks: neither would its page show it.
 */
export async function firstWords(
  db: Db,
  cases: readonly CaseInList[],
  { who, isSilent }: Looker,
): Promise<ReadonlyMap<string, string>> {
  const open = cases.filter((row) => !isSilent(row));
  const beginnings = await beginningsOf(
    db,
    open.map(({ id }) => id),
  );
  return new Map(
    [...beginnings].flatMap(([id, { text, texts }]) => {
      if (texts.some((one) => isNamedIn(one, who))) return [];
      return [[id, inertLine(text, SHOWN)]];
    }),
  );
}

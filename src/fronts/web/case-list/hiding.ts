import { type CaseInList, type Named, speaksOf } from '../../../cases/index.ts';
import { hidesSubject } from '../../shared/index.ts';

type Hidable = Pick<CaseInList, 'declined' | 'from' | 'subject' | 'acts' | 'foundActs'>;

/** Whether a list hides the subject of a case from someone: its words may hurt, it speaks of them, or they declined it. */
export const hidingFrom =
  (someone: Named, maskAll: boolean) =>
  (row: Hidable): boolean =>
    row.declined || speaksOf(row, someone) || hidesSubject(row, maskAll);

import type { CaseDetail } from '../../cases/index.ts';
import type { Db } from '../../store/index.ts';

/**
 * The clause that the counterparty of a case agreed to, with its document and date, as a letter names it; null when none is on
 * file.
 *
 * @TODO ask the register of counterparties, once there is one; until then nothing is on file.
 */
export const clauseOf = async (_db: Db, _detail: Pick<CaseDetail, 'counterparty'>): Promise<string | null> => null;

import { type Counterparty, type TradingPoint, tradingPointsOf } from '../../../response/index.ts';
import { casesOfCounterparty, type Db } from '../../../store/index.ts';

const NEWEST = 200;

/** What laws of fair trading lie beside conduct of a counterparty that was found in cases which are not confidential: nothing else of those. */
export async function tradingPointsFound(db: Db, counterparty: Counterparty): Promise<TradingPoint[]> {
  const { cases } = await casesOfCounterparty(db, counterparty, { limit: NEWEST, offset: 0 });
  return tradingPointsOf(cases.flatMap(({ status, acts }) => (status === 'approved' ? acts : [])));
}

import type { CaseDetail } from '../../../cases/index.ts';
import { tradingPointsOf } from '../../../response/index.ts';
import type { CounterpartyInCase } from '../counterparties/card.tsx';
import type { Messages } from '../shell/messages.ts';
import { TradingPoints } from './points.tsx';

interface CardProps {
  readonly messages: Messages;
  readonly detail: Pick<CaseDetail, 'acts' | 'status'>;
  readonly counterparty: CounterpartyInCase | null; // null: not for whoever looks
}

/** Laws of fair trading beside the acts of a case, as something to look at; nobody is said to have broken them. */
export function TradingCard({ messages, detail: { acts, status }, counterparty }: CardProps) {
  const points = tradingPointsOf(acts);
  const known = counterparty?.found?.counterparty ?? null;
  if (counterparty === null || points.length === 0 || status === 'dismissed' || known?.kind === 'person') return null; // a person commissions nothing
  return (
    <section class="card hold" id="trading" aria-labelledby="trading-title">
      <h2 id="trading-title">{messages.trading.title}</h2>
      <p>{messages.trading.beside}</p>
      <details class="more">
        <summary>{messages.trading.look}</summary>
        <TradingPoints messages={messages} points={points} />
      </details>
      {known !== null && (
        <p>
          <a href={`/counterparties/${known.id}#talks`}>{messages.trading.toTalks}</a>
        </p>
      )}
    </section>
  );
}

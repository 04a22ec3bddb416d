import { NotDone } from '../shell/components.tsx';
import { InForceList } from './card.tsx';
import { MeasureItem } from './item.tsx';
import { ProposalForm } from './proposal.tsx';
import type { MeasuresProps } from './props.ts';

/** What is in force, what keeps a step from being proposed, the form that proposes one, and what was done before. */
export function MeasuresView(props: MeasuresProps) {
  const { messages, clock, id, found, error, saved } = props;
  const say = messages.measures;
  const waits = found.measures.some(({ outcome }) => outcome === null);
  const locks = locksOf(props);
  return (
    <section aria-labelledby="measures-of-case">
      <h2 id="measures-of-case">{say.title}</h2>
      <p class="muted">
        {say.lead} <a href="/counterparties?tab=measures">{say.all}</a>
      </p>
      <NotDone of={error !== null && `${say.wrong} ${error}`} />
      {saved && (
        <div class="after-bar" role="status">
          <p>{say.saved}</p>
        </div>
      )}
      {found.rules !== null && (
        <p>
          <a href="/escalation#measures">{say.rulesLine(found.rules.version, clock.day(found.rules.at))}</a>
        </p>
      )}
      {found.confidential && <p class="alert">{say.confidential}</p>}
      {found.younger && <p class="alert">{say.younger}</p>}
      {found.counterparty !== null && (
        <div class="card">
          <h3 id="in-force">{say.inForce}</h3>
          {found.inForce.length === 0 ? (
            <p class="muted">{say.noneInForce}</p>
          ) : (
            <InForceList messages={messages} clock={clock} id={id} inForce={found.inForce} />
          )}
        </div>
      )}
      {locks.length > 0 && (
        <section class="card" aria-labelledby="locked">
          <h3 id="locked">{say.locked}</h3>
          <ul>
            {locks.map(({ why, href, way }) => (
              <li>
                {why} <a href={href}>{way}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="measures-before">
        <h3 id="measures-before">{say.history}</h3>
        {found.measures.length === 0 ? (
          <p class="muted">{say.noHistory}</p>
        ) : (
          found.measures.map((measure) => <MeasureItem {...props} measure={measure} />)
        )}
      </section>
      {locks.length === 0 && (waits ? <p class="muted">{say.waits}</p> : <ProposalForm {...props} />)}
    </section>
  );
}

/** What has to be done before, each with the way there. */
function locksOf({ messages: { measures: say, concerned }, id, found }: MeasuresProps) {
  return [
    ...(found.stopped ? [{ why: concerned.stopped, href: '#concerned', way: concerned.title }] : []),
    ...(found.approved ? [] : [{ why: say.lockStatus, href: `/cases/${id}?tab=body`, way: say.back(id) }]),
    ...(found.openPoints === 0 ? [] : [{ why: say.lockCare(found.openPoints), href: '#care', way: say.toCare }]),
    ...(found.rules === null ? [{ why: say.lockRules, href: '/escalation#measures', way: say.toRules }] : []),
    ...(found.counterparty === null ? [{ why: say.lockParty, href: '#counterparty', way: say.toCase }] : []),
  ];
}

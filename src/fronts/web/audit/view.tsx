import { AUDIT_ACTIONS, type AuditRow, type Details } from '../../../audit/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { Choice } from '../shell/choice.tsx';
import type { Clock } from '../shell/clock.ts';
import { Columns, Empty, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { type AuditQuery, auditUrl } from './query.ts';

interface AuditViewProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly ask: AuditQuery;
  readonly rows: readonly AuditRow[];
  readonly more: boolean; // there are older ones
  readonly people: readonly ListedPerson[];
}

/** Who did what, for whoever has to answer for it. */
export function AuditView(props: AuditViewProps) {
  const { messages, ask, rows, more } = props;
  const say = messages.audit;
  const oldest = rows.at(-1);
  return (
    <>
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      <Filters {...props} />
      {rows.length === 0 ? <Empty>{say.empty}</Empty> : <Rows {...props} />}
      <nav class="pages" aria-label={say.pages}>
        {ask.below !== null && <a href={auditUrl({ ...ask, below: null })}>{say.newest}</a>}
        {more && oldest !== undefined && (
          <a rel="next" href={auditUrl({ ...ask, below: oldest.seq })}>
            {say.older}
          </a>
        )}
      </nav>
    </>
  );
}

function Filters({ messages, ask, people }: AuditViewProps) {
  const say = messages.audit;
  return (
    <search>
      <form class="filters" method="get" action="/audit">
        <div class="filter-grid">
          <div>
            <label for="from">{say.from}</label>
            <input type="date" id="from" name="from" value={ask.from} />
          </div>
          <div>
            <label for="to">{say.to}</label>
            <input type="date" id="to" name="to" value={ask.to} />
          </div>
          <Choice
            name="person"
            label={say.person}
            any={messages.filter.any}
            value={ask.person}
            options={people.map(({ id, name }) => [id, inertLine(name, 60)])}
          />
          <Choice
            name="action"
            label={say.action}
            any={messages.filter.any}
            value={ask.action}
            options={AUDIT_ACTIONS.map((action) => [action, say.actions[action]])}
          />
          <div>
            <label for="target">{say.target}</label>
            <input id="target" name="target" value={ask.target} placeholder="case/12" maxlength={200} />
          </div>
        </div>
        <div class="filter-line">
          <button type="submit" class="button">
            {messages.filter.apply}
          </button>
          <button type="submit" class="button" formaction="/audit/export" name="format" value="csv">
            {say.csv}
          </button>
          <button type="submit" class="button" formaction="/audit/export" name="format" value="json">
            {say.json}
          </button>
        </div>
      </form>
    </search>
  );
}

function Rows({ messages, clock, rows, people }: AuditViewProps) {
  const say = messages.audit;
  const names = new Map(people.map(({ id, name }) => [`account/${id}`, name]));
  const named = (text: string) => text.replace(/account\/[^\s,]+/g, (one) => names.get(one) ?? one);
  return (
    <Scroll card label={say.title}>
      <table>
        <Columns of={[say.number, say.at, say.person, say.action, say.target, say.details, say.address]} />
        <tbody>
          {rows.map(({ seq, at, name, action, target, details, address }) => (
            <tr>
              <th scope="row">{seq}</th>
              <td>
                <time datetime={at.toISOString()}>{clock.date(at)}</time>
              </td>
              <td>
                {name === '' ? (
                  <span class="muted">{action.startsWith('report.') ? say.withheld : say.stranger}</span>
                ) : (
                  <bdi>{inertLine(name, 60)}</bdi>
                )}
              </td>
              <td>{say.actions[action] ?? action}</td>
              <td title={target}>{inertLine(named(target))}</td>
              <td>{inertLine(named(detailLine(details)))}</td>
              <td>{address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const detailLine = (details: Details): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : value}`)
    .join(' ');

import type { Child } from 'hono/jsx';
import type { ListedCounterparty } from '../../../store/index.ts';
import { Columns, Empty, Pages, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface ListProps {
  readonly messages: Messages;
  readonly counterparties: readonly ListedCounterparty[];
  readonly total: number;
  readonly words: string; // looked for; '' when nothing is
  readonly page: number; // from 1
  readonly onAPage: number;
  readonly mayManage: boolean;
  readonly form: Child; // one more is written down
}

export function ListView({ messages, counterparties, total, words, page, onAPage, mayManage, form }: ListProps) {
  const say = messages.counterparties;
  const address = (number: number) =>
    `/counterparties?${new URLSearchParams({ ...(words === '' ? {} : { q: words }), page: String(number) })}`;
  return (
    <>
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      <search>
        <form class="filters" method="get" action="/counterparties">
          <div class="filter-line">
            <label class="visually-hidden" for="q">
              {say.search}
            </label>
            <input
              type="search"
              id="q"
              name="q"
              value={words}
              placeholder={say.search}
              maxlength={100}
              autocomplete="off"
            />
            <button type="submit" class="button">
              {say.find}
            </button>
            {mayManage && (
              <a class="button" href="/counterparties?add=1#add">
                {say.add}
              </a>
            )}
          </div>
        </form>
      </search>
      {form}
      {counterparties.length === 0 ? (
        <Empty>{words === '' ? say.none : say.noneFound}</Empty>
      ) : (
        <Scroll card label={say.title}>
          <table>
            <Columns of={[say.name, say.kind, say.senders, say.clause]} />
            <tbody>
              {counterparties.map(({ id, name, kind, domains, addresses, clause }) => (
                <tr>
                  <th scope="row">
                    <a href={`/counterparties/${id}`}>{inertLine(name, 100)}</a>
                  </th>
                  <td>{say.kinds[kind]}</td>
                  <td>
                    <bdi>{inertLine([...domains, ...addresses].join(messages.decide.separator), 120)}</bdi>
                  </td>
                  <td>{clause === null ? <span class="muted">{say.clauseNone}</span> : say.clauseOnFile}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Pages messages={messages} at={page} more={total > page * onAPage} href={address} />
    </>
  );
}

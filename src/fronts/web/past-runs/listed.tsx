import type { Child } from 'hono/jsx';
import { Scroll } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';

interface ListedProps<Row> {
  readonly messages: Messages;
  readonly title: string;
  readonly closed: string; // to whoever may not see the rows
  readonly lead?: string;
  readonly heads: readonly string[]; // an empty one stands over what has no name
  readonly rows: readonly Row[] | null; // null: not for this person
  readonly row: (one: Row) => Child;
  readonly next: string | null; // where the next page is
}

/** What a run tells of, a page at a time, or why nothing stands there. */
export function Listed<Row>({ messages, title, closed, lead, heads, rows, row, next }: ListedProps<Row>) {
  const say = messages.pastRuns;
  return (
    <>
      <h2>{title}</h2>
      {rows === null ? (
        <p class="muted">{closed}</p>
      ) : rows.length === 0 ? (
        <p class="muted">{say.noMails}</p>
      ) : (
        <>
          {lead !== undefined && <p class="muted small">{lead}</p>}
          <Scroll label={title} card>
            <table>
              <thead>
                <tr>{heads.map((head) => (head === '' ? <td /> : <th scope="col">{head}</th>))}</tr>
              </thead>
              <tbody>{rows.map(row)}</tbody>
            </table>
          </Scroll>
          {next !== null && (
            <nav class="pages" aria-label={messages.queue.pages}>
              <a rel="next" href={next}>
                {say.next}
              </a>
            </nav>
          )}
        </>
      )}
    </>
  );
}

import type { MissedWords } from '../../../store/index.ts';
import { hiddenLabel, hidesSubject, painfulLabel } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { ActList, Empty, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface MissedProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly rows: readonly (MissedWords & { readonly closed: boolean })[]; // closed: not for whoever looks
  readonly at: number; // page, from 1
  readonly more: boolean;
  readonly revealed: boolean;
  readonly maskAll: boolean;
  readonly mayReadEntries: boolean;
}

/** Words that no entry found, for whoever writes the missing entries. */
export function MissedView(props: MissedProps) {
  const { messages, clock, rows, at, more, revealed, maskAll, mayReadEntries } = props;
  const say = messages.missed;
  const language = messages.language.code;
  const hides = (one: MissedWords) => hidesSubject(one, maskAll) || painfulLabel(one.words, language) !== null;
  const label = ({ words, acts, foundActs }: MissedWords) =>
    painfulLabel(words, language) ?? hiddenLabel([...acts, ...foundActs], maskAll, language);
  const reveal = revealed ? '&reveal=1' : '';
  return (
    <>
      {mayReadEntries && (
        <p class="crumbs">
          <a href="/dictionaries">← {messages.dictionaries.back}</a>
        </p>
      )}
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      {rows.some(hides) && (
        <p class="masking-switch">
          {revealed ? messages.case.revealed : say.masked}{' '}
          <a href={`/dictionaries/missed?page=${at}${revealed ? '' : '&reveal=1'}`} data-key="m">
            {revealed ? messages.case.maskAgain : messages.case.reveal}
          </a>
        </p>
      )}
      {rows.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <Scroll card label={say.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.words}</th>
                <th scope="col">{messages.case.acts}</th>
                <th scope="col">{say.marked}</th>
                <th scope="col">{say.case}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <th scope="row">
                    <bdi>{row.closed || (hides(row) && !revealed) ? label(row) : inertLine(row.words)}</bdi>
                  </th>
                  <td>
                    <ActList messages={messages} acts={row.acts} />
                  </td>
                  <td>
                    <time datetime={row.at.toISOString()}>{clock.date(row.at)}</time>
                  </td>
                  <td>
                    <a href={`/cases/${row.caseId}`}>{messages.case.title(row.caseId)}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <nav class="pages" aria-label={messages.queue.pages}>
        {at > 1 && (
          <a rel="prev" href={`/dictionaries/missed?page=${at - 1}${reveal}`}>
            {messages.queue.before}
          </a>
        )}
        {more && (
          <a rel="next" href={`/dictionaries/missed?page=${at + 1}${reveal}`}>
            {messages.queue.after}
          </a>
        )}
      </nav>
    </>
  );
}

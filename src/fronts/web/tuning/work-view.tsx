import type { FeedbackWork } from '../../../store/index.ts';
import { dictionaryTabUrl } from '../dictionaries/tabs.ts';
import type { Clock } from '../shell/clock.ts';
import { ActList, Columns, Empty, Pages, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface WorkProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly rows: readonly (FeedbackWork & {
    readonly label: string | null; // said in place of its words
    readonly masked: boolean; // until somebody asks
    readonly isClosed: boolean; // its case is not for whoever looks
  })[];
  readonly open: boolean;
  readonly at: number; // page, from 1
  readonly more: boolean;
  readonly revealed: boolean;
  readonly mayWrite: boolean;
}

/** What was marked as misfired or missed, as work with a state. */
export function WorkView(props: WorkProps) {
  const { messages, rows, open, at, more, revealed } = props;
  const say = messages.tuning;
  const link = (page: number, reveal = revealed) =>
    dictionaryTabUrl('work', {
      ...(open ? {} : { state: 'done' }),
      page: String(page),
      ...(reveal ? { reveal: '1' } : {}),
    });
  return (
    <>
      <h1>{say.work}</h1>
      <p class="muted">{say.workLead}</p>
      <p class="buttons-line">
        <a href={dictionaryTabUrl('work')} aria-current={open ? 'page' : undefined}>
          {say.workOpen}
        </a>
        <a href={dictionaryTabUrl('work', { state: 'done' })} aria-current={open ? undefined : 'page'}>
          {say.workDone}
        </a>
      </p>
      {rows.some((row) => row.masked) && (
        <p class="masking-switch">
          {revealed ? messages.case.revealed : say.workMasked}{' '}
          <a href={link(at, !revealed)} data-key="m">
            {revealed ? messages.case.maskAgain : messages.case.reveal}
          </a>
        </p>
      )}
      {rows.length === 0 ? <Empty>{say.noWork}</Empty> : <Table {...props} />}
      <Pages messages={messages} at={at} more={more} href={(page) => link(page)} />
    </>
  );
}

function Table(props: WorkProps) {
  const { messages, clock, rows } = props;
  const say = messages.tuning;
  return (
    <Scroll card label={say.work}>
      <table>
        <Columns
          of={[say.workColumns.words, messages.case.acts, say.workColumns.marked, say.workColumns.case, say.propose]}
        />
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <span class="pill">{row.kind === 'misfire' ? say.misfired : say.missed}</span>{' '}
                {row.kind === 'misfire' ? (
                  <code>{row.entry}</code>
                ) : (
                  <bdi>{row.label ?? inertLine(row.words ?? '', 80)}</bdi>
                )}
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
              <td>
                <State {...props} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function State({ messages, mayWrite, row }: WorkProps & { readonly row: WorkProps['rows'][number] }) {
  const say = messages.tuning;
  const set = (to: 'dropped' | 'open', label: string) => (
    <form method="post" action={`/dictionaries/work/${row.id}`}>
      <input type="hidden" name="to" value={to} />
      <button type="submit" class="quiet" aria-label={`${label} ${row.id}`}>
        {label}
      </button>
    </form>
  );
  if (row.handled !== null)
    return (
      <>
        {say.handled[row.handled]} <span class="muted">{inertLine(row.handledBy ?? '', 60)}</span>
        {mayWrite && set('open', say.reopen)}
      </>
    );
  if (!mayWrite || row.isClosed) return <span class="muted">{say.workOpen}</span>;
  return (
    <>
      <a href={dictionaryTabUrl('propose', { feedback: row.id })} data-step>
        {row.kind === 'misfire' ? say.proposeException : say.proposeEntry}
      </a>
      {set('dropped', say.drop)}
    </>
  );
}

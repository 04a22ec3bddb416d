import type { BacktestFigures, Turnover } from '../../../tuning/index.ts';
import { Scroll } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import { EntryName } from './entry-name.tsx';
import type { RunProps } from './props.ts';
import { rateOf } from './rate.ts';

/** What another version finds newly, and what it loses. */
export function BacktestView(props: RunProps & { readonly figures: BacktestFigures }) {
  const { messages, figures } = props;
  const say = messages.pastRuns;
  return (
    <>
      <Counts
        messages={messages}
        title={say.kinds.backtest}
        rows={[
          { name: say.surfaced, of: figures.surfaced },
          { name: say.flagged, of: figures.flagged },
        ]}
      />
      <p>
        <b>{say.newCases(rateOf(messages, figures.newCases))}</b>
      </p>
      {figures.acts.length > 0 && (
        <>
          <h2>{say.perAct}</h2>
          <Counts
            messages={messages}
            title={say.perAct}
            rows={figures.acts.map((of) => ({ name: messages.acts[of.act], of }))}
          />
        </>
      )}
      <h2>{say.perEntry}</h2>
      {figures.entries.length === 0 ? (
        <p class="muted">{say.noDifference}</p>
      ) : (
        <Counts
          messages={messages}
          title={say.perEntry}
          rows={figures.entries.map((of) => ({ name: <EntryName {...props} entry={of.entry} />, of }))}
        />
      )}
    </>
  );
}

/** Newly found, no longer, unchanged; with `neither` also what no version finds. */
export function Counts({
  messages,
  title,
  rows,
  neither = false,
}: {
  readonly messages: Messages;
  readonly title: string;
  readonly rows: readonly { readonly name: unknown; readonly of: Turnover & { readonly missed?: number } }[];
  readonly neither?: boolean;
}) {
  const say = messages.pastRuns;
  return (
    <Scroll label={title} card>
      <table class="run-counts">
        <thead>
          <tr>
            <td />
            <th scope="col">{say.newly}</th>
            <th scope="col">{say.lost}</th>
            <th scope="col">{say.same}</th>
            {neither && <th scope="col">{say.neither}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr>
              <th scope="row">{name}</th>
              {(['found', 'lost', 'same'] as const).map((kind) => (
                <td>{of[kind].toLocaleString(messages.language.code)}</td>
              ))}
              {neither && <td>{(of.missed ?? 0).toLocaleString(messages.language.code)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

import type { DictionaryChange, PastRun } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Empty } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { subjectOf } from './subject.ts';

interface PastRunsProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly runs: readonly PastRun[];
  readonly changes: readonly DictionaryChange[];
  readonly sources: readonly string[];
  readonly keptDays: number;
  readonly mayRun: boolean;
  readonly days: number; // usually asked for
  readonly complaint: string | null;
}

export function PastRunsView(props: PastRunsProps) {
  const { messages, runs, sources, keptDays, mayRun, complaint } = props;
  const say = messages.pastRuns;
  return (
    <>
      <h1>{say.title}</h1>
      <p class="muted">
        {say.lead} {say.kept(keptDays)}
      </p>
      {complaint !== null && (
        <p class="alert" role="alert">
          {complaint}
        </p>
      )}
      {mayRun && sources.length === 0 && <p class="notice">{say.noSources}</p>}
      {mayRun && <Begin {...props} />}
      <h2>{say.runs}</h2>
      {runs.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <ol class="plain runs">
          {runs.map((run) => (
            <Row {...props} run={run} />
          ))}
        </ol>
      )}
    </>
  );
}

function Begin(props: PastRunsProps) {
  const { messages, changes, sources } = props;
  const say = messages.pastRuns;
  return (
    <div class="run-forms">
      {sources.length > 0 && (
        <form class="card" method="post" action="/past" aria-labelledby="trial">
          <h2 id="trial">{say.trialTitle}</h2>
          <p>{say.trialLead}</p>
          <input type="hidden" name="kind" value="trial" />
          <Where {...props} of="trial" />
          <button type="submit" class="button primary">
            {say.startTrial}
          </button>
        </form>
      )}
      <form class="card" method="post" action="/past" aria-labelledby="backtest">
        <h2 id="backtest">{say.backtestTitle}</h2>
        <p>{say.backtestLead}</p>
        <input type="hidden" name="kind" value="backtest" />
        {changes.length === 0 ? (
          <p class="muted">{say.noChanges}</p>
        ) : (
          <>
            <div class="field">
              <label for="change">{say.change}</label>
              <select id="change" name="change">
                {changes.map(({ id, entry, by }) => (
                  <option value={id}>{say.changeLabel(id, entry, inertLine(by, 40))}</option>
                ))}
              </select>
            </div>
            <Over {...props} />
            <Where {...props} of="backtest" />
            <button type="submit" class="button primary">
              {say.startBacktest}
            </button>
          </>
        )}
      </form>
    </div>
  );
}

/** Whether mailboxes are read, or the mails that are kept of decided cases. */
function Over({ messages, sources }: PastRunsProps) {
  const say = messages.pastRuns;
  return (
    <div class="field">
      <label for="over">{say.over}</label>
      <select id="over" name="over">
        {sources.length > 0 && <option value="mailbox">{say.overs.mailbox}</option>}
        <option value="cases">{say.overs.cases}</option>
      </select>
    </div>
  );
}

/** Which mails are read. */
function Where({ messages, sources, days, of }: PastRunsProps & { readonly of: string }) {
  const say = messages.pastRuns;
  return (
    <div class="filter-grid">
      <div>
        <label for={`${of}-days`}>{say.days}</label>
        <input type="number" id={`${of}-days`} name="days" value={days} min={1} max={730} required />
      </div>
      {sources.length > 1 && (
        <div>
          <label for={`${of}-source`}>{say.source}</label>
          <select id={`${of}-source`} name="source">
            <option value="">{say.allSources}</option>
            {sources.map((name) => (
              <option value={name}>{name}</option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

function Row({ messages, clock, run }: PastRunsProps & { readonly run: PastRun }) {
  const say = messages.pastRuns;
  const { id, kind, over, state, by, startedAt, since, until } = run;
  const subject = subjectOf(messages, run);
  return (
    <li class="card">
      <a href={`/past/${id}`} data-step>
        {say.kinds[kind]} #{id}
      </a>{' '}
      <span class="pill">{say.states[state]}</span>
      {subject !== null && <p class="row-from">{subject}</p>}
      <p class="muted small">
        {say.by(inertLine(by, 60), clock.date(startedAt))} · {say.spans[over](clock.day(since), clock.day(until))}
      </p>
    </li>
  );
}

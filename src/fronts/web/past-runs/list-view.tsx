import type { Child } from 'hono/jsx';
import { beginPast } from '../../../actions/index.ts';
import type { Day } from '../../../response/index.ts';
import type { DictionaryChange, PastRun } from '../../../store/index.ts';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { Empty, NotDone } from '../shell/components.tsx';
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
  readonly today: Day;
  readonly complaint: string | null;
  readonly languages: Child; // what becomes of mails in those that nobody judges
  readonly tried: Tried | null;
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
      <NotDone of={complaint} />
      {mayRun && sources.length === 0 && <p class="notice">{say.noSources}</p>}
      {mayRun && <Begin {...props} />}
      <div class="run-forms">{props.languages}</div>
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

function Begin({ messages, today, changes, sources, days, tried }: PastRunsProps) {
  const say = messages.pastRuns;
  const formFor = (kind: 'trial' | 'backtest') =>
    formOf({
      act: beginPast,
      say: {
        do: say.startTrial,
        fields: {
          days: { label: say.days, wrong: say.daysWrong(beginPast.shapes.days.maximum!) },
          over: { label: say.over, options: say.overs },
          source: { label: say.source },
          change: { label: say.change },
        },
      },
      among: {
        over: (sources.length > 0 ? (['mailbox', 'cases'] as const) : (['cases'] as const)).map((value) => ({
          value,
          label: say.overs[value],
        })),
        source: [{ value: '', label: say.allSources }, ...sources.map((value) => ({ value, label: value }))],
        change: changes.map(({ id: value, entry, by }) => ({
          value,
          label: say.changeLabel(value, entry, inertLine(by, 40)),
        })),
      },
      at: { kind },
      within: kind,
      ...{ messages, today, tried, usual: { days: String(days) } },
    });
  const [trial, backtest] = [formFor('trial'), formFor('backtest')];
  return (
    <div class="run-forms">
      {sources.length > 0 && (
        <form class="card" method="post" action={trial.action} aria-labelledby="trial">
          <h2 id="trial">{say.trialTitle}</h2>
          <p>{say.trialLead}</p>
          {trial.settled}
          {trial.field('days')}
          {sources.length > 1 && trial.field('source')}
          <button type="submit" class="button primary">
            {say.startTrial}
          </button>
        </form>
      )}
      <form class="card" method="post" action={backtest.action} aria-labelledby="backtest">
        <h2 id="backtest">{say.backtestTitle}</h2>
        <p>{say.backtestLead}</p>
        {changes.length === 0 ? (
          <p class="muted">{say.noChanges}</p>
        ) : (
          <>
            {backtest.settled}
            {backtest.field('change')}
            {backtest.field('over')}
            {backtest.field('days')}
            {sources.length > 1 && backtest.field('source')}
            <button type="submit" class="button primary">
              {say.startBacktest}
            </button>
          </>
        )}
      </form>
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

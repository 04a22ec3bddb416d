import type { BacktestFigures, CasesFigures, TrialFigures } from '../../../tuning/index.ts';
import { POLLING } from '../case-list/polling.ts';
import { NotDone } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import { BacktestView } from './backtest-view.tsx';
import { CasesView } from './cases-view.tsx';
import { LaterView } from './later-view.tsx';
import { MailsView } from './mails-view.tsx';
import type { RunProps } from './props.ts';
import { subjectOf } from './subject.ts';
import { TrialView } from './trial-view.tsx';

/** A reading of the past. While it runs the page keeps itself up to date. */
export function RunView(props: RunProps) {
  const { messages, clock, run, notice, complaint } = props;
  const say = messages.pastRuns;
  const { id, kind, over, by, startedAt, since, until, state } = run;
  const subject = subjectOf(messages, run);
  const refresh = (state === 'running' || run.later === 'asked') && {
    'hx-get': `/past/${id}`,
    'hx-select': '#run',
    ...POLLING,
    'hx-trigger': 'every 2s',
  };
  return (
    <>
      <p class="crumbs">
        <a href="/past" data-key="l">
          ← {say.back}
        </a>
      </p>
      <h1>
        {say.kinds[kind]} #{id}
      </h1>
      {subject !== null && <p>{subject}</p>}
      <p class="muted small">
        {say.by(inertLine(by, 60), clock.date(startedAt))} · {say.spans[over](clock.day(since), clock.day(until))}
      </p>
      {notice !== null && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <NotDone of={complaint} />
      {props.opened}
      <section id="run" {...refresh}>
        {state === 'done' ? <Results {...props} /> : <Progress {...props} />}
      </section>
    </>
  );
}

function Progress({ messages, run, mayRun }: RunProps) {
  const say = messages.pastRuns;
  const { id, state, total, done, trouble } = run;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  const isOpen = state === 'running' || state === 'paused';
  const told = trouble === 'failed' || trouble === 'wrong-rules' ? say.trouble[trouble] : trouble;
  return (
    <div class="card" aria-live="polite">
      <p>
        <span class="pill">{say.states[state]}</span>{' '}
        {total === null ? isOpen && say.counting : say.progress[run.over](number(done), number(total))}
      </p>
      {isOpen && total !== null && (
        <progress value={Math.min(done, total)} max={Math.max(1, total)} aria-label={say.states[state]} />
      )}
      {told !== null && <p class="alert">{inertLine(told, 1_000)}</p>}
      {mayRun && isOpen && (
        <form method="post" action={`/past/${id}/steer`} class="buttons-line">
          <button type="submit" class="button" name="step" value={state === 'running' ? 'pause' : 'resume'}>
            {state === 'running' ? say.pause : say.resume}
          </button>
          <button type="submit" class="button" name="step" value="cancel">
            {say.cancel}
          </button>
        </form>
      )}
    </div>
  );
}

function Results(props: RunProps) {
  const { messages, run } = props;
  const say = messages.pastRuns;
  const figures = run.figures as BacktestFigures | TrialFigures | CasesFigures;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  if ('cases' in figures) return <CasesView {...props} figures={figures} />;
  return (
    <>
      <p>{say.judged(number(figures.mails), number(figures.duplicates), number(figures.unreadable))}</p>
      <p class="muted small">{say.historyOf}</p>
      {'levels' in figures ? <TrialView {...props} figures={figures} /> : <BacktestView {...props} figures={figures} />}
      <LaterView {...props} />
      <MailsView {...props} />
    </>
  );
}

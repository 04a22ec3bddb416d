import { FOUND_LATER } from '../../../cases/index.ts';
import { type BacktestFigures, newlyIn } from '../../../tuning/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { RunProps } from './props.ts';

/** Cases of what a comparison found newly: asked for here, and what came of it. */
export function LaterView({ messages, run, later, mayOpenCases }: RunProps) {
  if (run.kind !== 'backtest') return null;
  const { later: say, trouble } = messages.pastRuns;
  const newly = (run.figures as BacktestFigures).surfaced[newlyIn(run.subject)];
  if (newly === 0 || (later === null && !mayOpenCases)) return null;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <section class="card" aria-labelledby="later">
      <h2 id="later">{say.title}</h2>
      <p>{say.lead}</p>
      {run.trouble !== null && (
        <p class="alert">{run.trouble === 'failed' ? trouble.failed : inertLine(run.trouble, 1_000)}</p>
      )}
      {later !== null && (
        <>
          <p class="muted small">
            {say.by(inertLine(run.laterBy ?? '', 60))} {run.later === 'asked' && say.working}
          </p>
          <ul>
            {FOUND_LATER.filter((one) => later[one] > 0 || one === 'opened').map((one) => (
              <li>{say.outcomes[one](number(later[one]))}</li>
            ))}
          </ul>
        </>
      )}
      {mayOpenCases && run.later !== 'asked' && (
        <form method="post" action={`/past/${run.id}/cases`}>
          <button type="submit" class="button">
            {later === null ? say.ask : say.askAgain}
          </button>
        </form>
      )}
    </section>
  );
}

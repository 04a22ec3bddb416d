import { chooseThresholds, steerTrial, takeRole, tryPastOf } from '../../../actions/index.ts';
import type { PastRun } from '../../../store/index.ts';
import { type Level, type TrialFigures, thresholdsMatter } from '../../../tuning/index.ts';
import { inLanguage } from '../../../util/both-languages.ts';
import { POLLING } from '../case-list/polling.ts';
import { ActForm } from '../shell/acts/form.tsx';
import { Columns, Done } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { SetUp } from './props.ts';

export interface TrialProps extends SetUp {
  readonly name: string;
  readonly run: PastRun | null; // the newest trial of this mailbox
  readonly level: string | undefined; // that somebody chose, by its place from few cases to many
  readonly base: string; // fingerprint of what is in force
  readonly isChosen: boolean; // just now
  readonly mayRead: boolean; // mails of cases
  readonly isAlone: boolean; // nobody else reads them, so that whoever looks may take that role
}

/** The second step: how many cases the mails of the last 30 days would be, and how many there shall be. */
export function Trial(props: TrialProps) {
  const { messages, run, name } = props;
  const say = messages.mailboxes.trial;
  const start = (
    <ActForm
      {...props}
      act={tryPastOf}
      say={run === null ? say.start : { ...say.start, do: say.again }}
      at={{ name }}
    />
  );
  const here = `/mailboxes?of=${encodeURIComponent(name)}`;
  if (run === null || run.state === 'cancelled')
    return (
      <div id="trial">
        <p>{say.lead}</p>
        {start}
        <p class="hint">{say.skip}</p>
      </div>
    );
  if (run.state !== 'done')
    return (
      <div
        id="trial"
        {...(run.state === 'running' && {
          'hx-get': here,
          'hx-select': '#trial',
          ...POLLING,
          'hx-trigger': 'every 2s',
        })}
      >
        <Progress {...props} run={run} />
      </div>
    );
  return (
    <div id="trial">
      <Result {...props} run={run} figures={run.figures as TrialFigures} here={here} />
      {start}
    </div>
  );
}

function Progress({ messages, today, tried, name, run }: TrialProps & { readonly run: PastRun }) {
  const { trial: say } = messages.mailboxes;
  const { total, done, state, trouble } = run;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  const told = trouble === 'failed' || trouble === 'wrong-rules' ? say.trouble[trouble] : trouble;
  const common = { messages, today, tried };
  return (
    <div aria-live="polite">
      <p>{total === null ? say.counting : say.progress(number(done), number(total))}</p>
      {total !== null && <progress value={Math.min(done, total)} max={Math.max(1, total)} aria-label={say.counting} />}
      {told !== null && <p class="alert">{inertLine(inLanguage(told, messages.language.code), 1_000)}</p>}
      <div class="buttons-line">
        {state === 'paused' && (
          <ActForm
            {...common}
            act={steerTrial}
            say={{ ...say.stop, do: say.resume }}
            at={{ name, run: run.id, step: 'resume' }}
          />
        )}
        <ActForm {...common} act={steerTrial} say={say.stop} at={{ name, run: run.id, step: 'cancel' }} />
      </div>
    </div>
  );
}

/** From few cases to many; of thresholds that bring the same the strictest but one way or the other what is in force. */
function levelsOf({ levels }: TrialFigures): Level[] {
  const kept: Level[] = [];
  for (const one of [...levels].reverse()) {
    const last = kept.at(-1);
    if (last === undefined || last.cases?.perWeek !== one.cases?.perWeek) kept.push(one);
    else if (one.factor === 1) kept[kept.length - 1] = one;
  }
  return kept;
}

type ResultProps = TrialProps & { readonly run: PastRun; readonly figures: TrialFigures; readonly here: string };

function Result(props: ResultProps) {
  const { messages, run, figures, level, here, name, base, isChosen, mayRead } = props;
  const { trial: say } = messages.mailboxes;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  const rate = (n = 0) => n.toLocaleString(messages.language.code, { maximumFractionDigits: n < 10 ? 1 : 0 });
  const levels = levelsOf(figures);
  const usual = levels.findIndex(({ factor }) => factor === 1);
  const at = /^\d{1,2}$/.test(level ?? '') && Number(level) < levels.length ? Number(level) : Math.max(0, usual);
  const chosen = levels[at]!;
  return (
    <>
      <p class="muted small">{say.read(number(figures.mails))}</p>
      <p class="week">
        <strong>{say.week(rate(chosen.cases?.perWeek))}</strong> {say.weekAfter}
      </p>
      {chosen.cases !== null && (
        <p class="muted small">{say.between(rate(chosen.cases.low), rate(chosen.cases.high))}</p>
      )}
      {!thresholdsMatter(figures) ? (
        <p>{say.same}</p>
      ) : (
        <form method="get" action="/mailboxes">
          <input type="hidden" name="of" value={name} />
          <label for="level">{say.slider}</label>
          <input
            type="range"
            id="level"
            name="level"
            min={0}
            max={levels.length - 1}
            value={at}
            aria-valuetext={say.week(rate(chosen.cases?.perWeek))}
            hx-get={here}
            hx-include="closest form"
            hx-trigger="change"
            hx-select="#trial"
            hx-target="#trial"
            hx-swap="outerMorph"
          />
          <p class="range-ends muted small">
            <span>{say.fewer(rate(levels[0]?.cases?.perWeek))}</span>
            <span>{say.more(rate(levels.at(-1)?.cases?.perWeek))}</span>
          </p>
          <button type="submit" class="button">
            {say.show}
          </button>
        </form>
      )}
      <table class="run-counts">
        <Columns of={[say.band, say.perWeek]} />
        <tbody>
          {(['urgent', 'review', 'grey'] as const).map((band) => (
            <tr>
              <th scope="row">{messages.bands[band]}</th>
              <td>{rate(chosen.byBand[band]?.perWeek)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Done of={isChosen && say.chosen} />
      {thresholdsMatter(figures) &&
        (chosen.factor === 1 ? (
          <p class="hint">{say.usual}</p>
        ) : (
          <ActForm
            {...props}
            act={chooseThresholds}
            say={say.choose}
            at={{ name, run: run.id, budget: budgetOf(chosen), base }}
          />
        ))}
      {!mayRead && <p class="muted small">{say.noRight}</p>}
      {!mayRead && props.isAlone && (
        <ActForm
          {...props}
          act={takeRole}
          say={say.takeRole}
          at={{ role: 'reviewer', here: `${here}#trial` }}
          look="quiet"
        />
      )}
    </>
  );
}

/** Not less than what it brings, with three digits. */
const budgetOf = ({ cases }: Level): string => String(Math.ceil((cases?.perWeek ?? 0) * 1000) / 1000);

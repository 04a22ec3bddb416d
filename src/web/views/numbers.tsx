import type { Child } from 'hono/jsx';
import { inertLine } from '../inert.ts';
import { type Numbers, SHOWN_BANDS, type Stretch } from '../numbers.ts';
import { moved, type NumbersAsk, numbersUrl, PERS } from '../numbers-ask.ts';
import type { Words } from '../words/ja.ts';
import { type Bar, Columns, stacked } from './columns.tsx';
import { Scroll } from './parts.tsx';
import { percent, precisionText } from './precision.tsx';

interface NumbersProps {
  readonly words: Words;
  readonly ask: NumbersAsk;
  readonly numbers: Numbers;
  readonly company: string;
}

/** Counts of mails and cases: for the report to the management, on screen, on paper and as a file. */
export function NumbersView(props: NumbersProps) {
  const { words, ask, company } = props;
  const say = words.numbers;
  const last = ask.starts.at(-2)!;
  return (
    <>
      <div class="queue-head">
        <h1>{say.title}</h1>
        <a class="button no-print" href={numbersUrl(ask.per, last, '/numbers/export')}>
          {say.csv}
        </a>
      </div>
      <p class="print-only">{company}</p>
      <p class="muted">{say.lead}</p>
      <Periods {...props} />
      <Mails {...props} />
      <Decisions {...props} />
      <Times {...props} />
      <FlagPrecision {...props} />
      <Last {...props} />
    </>
  );
}

function Periods({ words, ask }: NumbersProps) {
  const say = words.numbers;
  const last = ask.starts.at(-2)!;
  return (
    <nav class="tabs no-print" aria-label={say.periods}>
      <ul>
        {PERS.map((per) => (
          <li>
            <a
              href={numbersUrl(per, per === ask.per ? last : null)}
              aria-current={per === ask.per ? 'page' : undefined}
            >
              {say.pers[per]}
            </a>
          </li>
        ))}
        <li class="apart">
          <a rel="prev" href={numbersUrl(ask.per, moved(last, ask.per, -1))}>
            {say.before[ask.per]}
          </a>
        </li>
        {!ask.isNewest && (
          <li>
            <a rel="next" href={numbersUrl(ask.per, moved(last, ask.per, 1))}>
              {say.after[ask.per]}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

const nameOf = ({ numbers: say }: Words, per: Numbers['per'], { from, to }: Stretch): string =>
  per === 'month' ? say.month(Number(from.slice(0, 4)), Number(from.slice(5, 7))) : say.week(from, to);

/** As short as it must be below a column. */
const shortOf = (per: Numbers['per'], { from }: Stretch): string =>
  per === 'month' ? `${Number(from.slice(5, 7))}` : `${Number(from.slice(5, 7))}/${Number(from.slice(8, 10))}`;

interface SectionProps extends NumbersProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly kinds: readonly (readonly [kind: string, label: string])[];
  readonly heads: readonly string[];
  readonly cells: (one: Stretch) => readonly string[];
  readonly bars: (one: Stretch) => readonly Bar[];
  readonly most: number;
  readonly top: string;
}

/** A chart, and the table that says the same in figures. */
function ChartSection(props: SectionProps) {
  const { words, numbers, id, title, lead, kinds, heads, cells, bars, most, top } = props;
  const { per, stretches } = numbers;
  return (
    <section class="card numbers">
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p class="muted small">{lead}</p>}
      <ul class="legend" aria-hidden="true">
        {kinds.map(([kind, label]) => (
          <li>
            <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
              <rect class={`bar-${kind}`} width="10" height="10" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <Columns
        columns={stretches.map((one) => ({ label: shortOf(per, one), bars: bars(one) }))}
        most={most}
        top={top}
      />
      <details class="fold" open>
        <summary>{words.numbers.table}</summary>
        <Scroll label={title}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{words.numbers.pers[per]}</th>
                {heads.map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {stretches.toReversed().map((one) => (
                <tr>
                  <th scope="row">{nameOf(words, per, one)}</th>
                  {cells(one).map((cell) => (
                    <td>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </section>
  );
}

const counted = (words: Words, n: number): string => n.toLocaleString(words.language.code);
const highest = (values: readonly number[]): number => Math.max(1, ...values);

function Mails(props: NumbersProps) {
  const { words, numbers } = props;
  const labels = SHOWN_BANDS.map(
    (band) => [band, band === 'unreadable' ? words.unreadable : words.bands[band]] as const,
  );
  const shown = (one: Stretch) => SHOWN_BANDS.map((band) => [band, one.mails[band]] as const);
  const most = highest(numbers.stretches.map((one) => shown(one).reduce((sum, [, n]) => sum + n, 0)));
  return (
    <ChartSection
      {...props}
      id="mails"
      title={words.numbers.mails}
      lead={words.numbers.mailsLead}
      kinds={labels}
      heads={[words.numbers.screened, ...labels.map(([, label]) => label)]}
      cells={(one) => [one.screened, ...shown(one).map(([, n]) => n)].map((n) => counted(words, n))}
      bars={(one) => stacked(shown(one).toReversed())}
      most={most}
      top={words.queue.mails(most)}
    />
  );
}

function Decisions(props: NumbersProps) {
  const { words, numbers } = props;
  const most = highest(numbers.stretches.map(({ approved, dismissed }) => approved + dismissed));
  return (
    <ChartSection
      {...props}
      id="decided"
      title={words.numbers.decided}
      lead={words.numbers.decidedLead}
      kinds={[
        ['approved', words.statuses.approved],
        ['dismissed', words.statuses.dismissed],
      ]}
      heads={[words.statuses.approved, words.statuses.dismissed]}
      cells={({ approved, dismissed }) => [counted(words, approved), counted(words, dismissed)]}
      bars={({ approved, dismissed }) =>
        stacked([
          ['approved', approved],
          ['dismissed', dismissed],
        ])
      }
      most={most}
      top={words.queue.cases(most)}
    />
  );
}

function Times(props: NumbersProps) {
  const { words, numbers } = props;
  const say = words.numbers;
  const most = Math.ceil(highest(numbers.stretches.map(({ hours }) => hours?.p90 ?? 0)));
  return (
    <ChartSection
      {...props}
      id="times"
      title={say.hours}
      lead={say.hoursLead}
      kinds={[
        ['median', say.median],
        ['p90', say.p90],
      ]}
      heads={[say.median, say.p90]}
      cells={({ hours }) =>
        hours === null ? [say.none, say.none] : [duration(words, hours.median), duration(words, hours.p90)]
      }
      bars={({ hours }) =>
        hours === null
          ? []
          : [
              { kind: 'median', from: 0, to: hours.median, side: 'left' },
              { kind: 'p90', from: 0, to: hours.p90, side: 'right' },
            ]
      }
      most={most}
      top={duration(words, most)}
    />
  );
}

function FlagPrecision(props: NumbersProps) {
  const { words } = props;
  const TICK = 0.03; // of the height
  return (
    <ChartSection
      {...props}
      id="precision"
      title={words.numbers.precision}
      lead={words.precision.lead}
      kinds={[
        ['value', words.precision.title],
        ['range', words.numbers.interval],
      ]}
      heads={[words.precision.title]}
      cells={({ precision }) => [precision === null ? words.precision.none : precisionText(words, precision)]}
      bars={({ precision }) =>
        precision === null
          ? []
          : [
              { kind: 'range', from: precision.low, to: precision.high },
              {
                kind: 'value',
                from: Math.max(0, precision.share - TICK / 2),
                to: Math.min(1, precision.share + TICK / 2),
              },
            ]
      }
      most={1}
      top="100%"
    />
  );
}

/** The last week or month more closely. */
function Last({ words, numbers }: NumbersProps) {
  const say = words.numbers;
  const { per, stretches, reasons, acts, counterparties } = numbers;
  const last = stretches.at(-1)!;
  return (
    <>
      <h2 class="numbers-last">{say.last(nameOf(words, per, last))}</h2>
      <div class="pair">
        <Counts
          title={say.reasons}
          none={say.none}
          heads={[say.kind, words.dictionaries.cases, say.shareHead]}
          rows={reasons.map(({ reason, cases }) => [
            words.decide.reasons[reason],
            counted(words, cases),
            percent(cases / last.dismissed),
          ])}
        />
        <Counts
          title={words.case.acts}
          none={say.none}
          heads={[words.case.acts, words.statuses.approved, words.statuses.dismissed]}
          rows={acts.map(({ act, approved, dismissed }) => [
            words.acts[act],
            counted(words, approved),
            counted(words, dismissed),
          ])}
        />
        {counterparties !== null && (
          <Counts
            title={say.counterparties}
            lead={say.counterpartiesLead}
            none={say.none}
            heads={[words.filter.counterparty, words.statuses.approved, say.shareHead]}
            rows={counterparties.map(({ counterparty, cases }) => [
              <bdi>{inertLine(counterparty, 100)}</bdi>,
              counted(words, cases),
              percent(cases / last.approved),
            ])}
          />
        )}
      </div>
    </>
  );
}

interface CountsProps {
  readonly title: string;
  readonly lead?: string;
  readonly none: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [Child, ...string[]])[];
}

function Counts({ title, lead, none, heads, rows }: CountsProps) {
  return (
    <section class="card" aria-label={title}>
      <h3>{title}</h3>
      {lead !== undefined && <p class="muted small">{lead}</p>}
      {rows.length === 0 ? (
        <p class="muted">{none}</p>
      ) : (
        <table class="figures">
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...figures]) => (
              <tr>
                <th scope="row">{name}</th>
                {figures.map((figure) => (
                  <td>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function duration({ past: say }: Words, hours: number): string {
  if (hours < 2) return say.minutes(Math.round(hours * 60));
  return hours < 48 ? say.hours(Math.round(hours)) : say.days(Math.round(hours / 24));
}

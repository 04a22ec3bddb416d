import type { Numbers, NumbersQuery, Stretch } from '../../shared/index.ts';
import { Scroll } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import { type Bar, Columns } from './columns.tsx';

export interface NumbersProps {
  readonly messages: Messages;
  readonly ask: NumbersQuery;
  readonly numbers: Numbers;
  readonly company: string;
  readonly now: Date;
}

export const nameOf = ({ numbers: say }: Messages, per: Numbers['per'], { from, to }: Stretch): string =>
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
export function ChartSection(props: SectionProps) {
  const { messages, numbers, id, title, lead, kinds, heads, cells, bars, most, top } = props;
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
      <details class="fold">
        <summary>{messages.numbers.table}</summary>
        <Scroll label={title}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{messages.numbers.pers[per]}</th>
                {heads.map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {stretches.toReversed().map((one) => (
                <tr>
                  <th scope="row">{nameOf(messages, per, one)}</th>
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

/** A time in the largest unit that says it well. */
export function duration({ past: say }: Messages, hours: number): string {
  if (hours < 2) return say.minutes(Math.round(hours * 60));
  return hours < 48 ? say.hours(Math.round(hours)) : say.days(Math.round(hours / 24));
}

export const counted = (messages: Messages, n: number): string => n.toLocaleString(messages.language.code);

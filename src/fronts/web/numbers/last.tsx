import type { Child } from 'hono/jsx';
import { flaggedIn } from '../../shared/index.ts';
import { inertLine } from '../shell/inert.ts';
import { percent } from '../shell/precision.tsx';
import { counted, type NumbersProps, nameOf } from './components.tsx';

/** The last week or month more closely. */
export function Last({ messages, numbers }: NumbersProps) {
  const say = messages.numbers;
  const { per, stretches, reasons, acts, afterwards, counterparties } = numbers;
  const last = stretches.at(-1)!;
  return (
    <>
      <h2 class="numbers-last">{say.last(nameOf(messages, per, last))}</h2>
      <div class="pair">
        <Counts
          title={say.became}
          none={say.none}
          heads={[say.kind, say.figure]}
          rows={[
            [say.flagged, counted(messages, flaggedIn(last))],
            [messages.statuses.approved, counted(messages, last.approved)],
            [messages.statuses.dismissed, counted(messages, last.dismissed)],
            [say.measures, counted(messages, afterwards.measures)],
            [say.letters, counted(messages, afterwards.letters)],
            [say.referrals, counted(messages, afterwards.referrals)],
          ]}
        />
        <Counts
          title={say.reasons}
          none={say.none}
          heads={[say.kind, messages.dictionaries.cases, say.shareHead]}
          rows={reasons.map(({ reason, cases }) => [
            messages.decide.reasons[reason],
            counted(messages, cases),
            percent(cases / last.dismissed),
          ])}
        />
        <Counts
          title={messages.case.acts}
          none={say.none}
          heads={[messages.case.acts, messages.statuses.approved, messages.statuses.dismissed]}
          rows={acts.map(({ act, approved, dismissed }) => [
            messages.acts[act],
            counted(messages, approved),
            counted(messages, dismissed),
          ])}
        />
        {counterparties !== null && (
          <Counts
            title={say.counterparties}
            lead={say.counterpartiesLead}
            none={say.none}
            heads={[messages.filter.counterparty, messages.statuses.approved, say.shareHead]}
            rows={counterparties.map(({ counterparty, cases }) => [
              <bdi>{inertLine(counterparty, 100)}</bdi>,
              counted(messages, cases),
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

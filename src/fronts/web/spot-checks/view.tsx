import type { MissedReport } from '../../../actions/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Scroll } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import { ofHundred, recallWords } from './share.ts';

interface MissedProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly report: MissedReport;
  readonly mayRead: boolean; // mails that were kept
}

/** How much is missed in one sentence, then what it stands on. */
export function Missed(props: MissedProps) {
  const { messages, report, mayRead } = props;
  const say = messages.spotChecks;
  return (
    <div>
      <h2 id="missed">{say.title}</h2>
      <p>{say.lead}</p>
      {!report.on && (
        <ul class="notices">
          <li>
            {say.off} {say.offHow}
          </li>
        </ul>
      )}
      <Sentence {...props} />
      {mayRead && (report.on || report.unread > 0) && (
        <p class="ways-in">
          <a class="button primary" href="/missed/read">
            {say.open}
          </a>{' '}
          <span class="muted">{say.waiting(report.unread)}</span>
        </p>
      )}
      <Strata {...props} />
      <Plan {...props} />
      <section class="card prose" aria-labelledby="how">
        <h2 id="how">{say.how}</h2>
        <ul>
          {say.method.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Sentence({ messages, clock, report: { estimate, since } }: MissedProps) {
  const say = messages.spotChecks;
  if (estimate === null) return <p class="muted">{say.nothingYet}</p>;
  const { recall, missed, found } = estimate;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <section class="card missed" aria-label={say.title}>
      {recall === null ? (
        <p>{say.noFound}</p>
      ) : (
        <>
          <p class="missed-share">{recallWords(messages, recall)}</p>
          <Range label={say.barRange} {...recall} />
          <p class="muted small">{say.certain}</p>
        </>
      )}
      <p>
        {missed.high === null ? say.noRead : say.missedCount(number(missed.low), number(missed.high))}{' '}
        {say.foundCount(number(found))}
      </p>
      <p class="muted small">{say.since(clock.day(since))}</p>
    </section>
  );
}

function Range({ label, low, high }: { readonly label: string; readonly low: number; readonly high: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="bar-rest" width="100" height="8" />
      <rect class="bar-range" x={low * 100} width={Math.max(1, (high - low) * 100)} height="8" />
    </svg>
  );
}

function Strata({ messages, report: { strata } }: MissedProps) {
  if (strata.length === 0) return null;
  const say = messages.spotChecks;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <section class="card">
      <h2 id="strata">{say.table}</h2>
      <Scroll label={say.table}>
        <table class="figures">
          <thead>
            <tr>
              {[say.stratum, say.chance, say.kept, say.read, say.seen, say.unsure].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {strata.map(({ stratum, chance, kept, read, missed, unsure }) => (
              <tr>
                <th scope="row">{say.strata[stratum]}</th>
                <td>{chance === 1 ? say.all : say.oneIn(number(Math.round(10 / chance) / 10))}</td>
                {[kept, read, missed, unsure].map((n) => (
                  <td>{number(n)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="muted small">{say.unsureHint}</p>
    </section>
  );
}

function Plan({ messages, report: { plan } }: MissedProps) {
  if (plan.length === 0) return null;
  const say = messages.spotChecks;
  return (
    <section class="card prose" aria-labelledby="plan">
      <h2 id="plan">{say.plan}</h2>
      <p class="muted">{say.planLead}</p>
      <ul>
        {plan.map(({ more, recall }) => {
          const { low, high } = ofHundred(recall);
          return <li>{say.planLine(more.toLocaleString(messages.language.code), low, high)}</li>;
        })}
      </ul>
    </section>
  );
}

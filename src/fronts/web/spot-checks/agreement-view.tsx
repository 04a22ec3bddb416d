import type { AgreementReport } from '../../../actions/index.ts';
import type { Agreement } from '../../../tuning/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Scroll } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';

interface AgreementProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly report: AgreementReport;
}

/** What people make of the same mails, over time; nobody's name and nobody's rate. */
export function Agreements(props: AgreementProps) {
  const { messages, report } = props;
  const say = messages.agreement;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <div>
      <h2 id="agreement">{say.title}</h2>
      <p>{say.lead}</p>
      <section class="card prose" aria-label={say.title}>
        {report.blind === null ? <p>{say.few}</p> : <Blind messages={messages} agreement={report.blind} />}
        <p class="muted small">{say.how}</p>
      </section>
      <Quarters {...props} />
      {report.again !== null && (
        <section class="card prose" aria-labelledby="again">
          <h2 id="again">{say.again}</h2>
          <p>{say.againLine(number(report.again.same), number(report.again.cases))}</p>
        </section>
      )}
      <Talk {...props} />
    </div>
  );
}

function Blind({ messages, agreement }: Pick<AgreementProps, 'messages'> & { readonly agreement: Agreement }) {
  const say = messages.agreement;
  const { pairs, same, alpha, interval } = agreement;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <>
      <p>
        <strong>{say.same(number(same), number(pairs))}</strong> {say.grades[gradeOf(agreement)]}
      </p>
      {alpha !== null && (
        <p class="muted">{say.alpha(decimals(alpha), decimals(interval!.low), decimals(interval!.high))}</p>
      )}
    </>
  );
}

/** By the lower end of the interval: Krippendorff asks 0.8 for conclusions and 0.667 for tentative ones. */
function gradeOf({ interval }: Agreement): 'good' | 'fair' | 'poor' | 'unknown' {
  if (interval === null) return 'unknown';
  if (interval.low >= 0.8) return 'good';
  if (interval.low >= 0.667) return 'fair';
  return interval.high < 0.8 ? 'poor' : 'unknown';
}

const decimals = (value: number): string => value.toFixed(2);

function Quarters({ messages, clock, report: { quarters } }: AgreementProps) {
  if (quarters.length < 2) return null;
  const say = messages.agreement;
  return (
    <section class="card">
      <h2 id="quarters">{say.quarters}</h2>
      <Scroll label={say.quarters}>
        <table class="figures">
          <thead>
            <tr>
              {[say.from, say.pairs, say.sameHead, 'α'].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quarters.map(({ from, agreement: { pairs, same, alpha } }) => (
              <tr>
                <th scope="row">{clock.day(from)}</th>
                <td>{pairs}</td>
                <td>{Math.round((same / pairs) * 100)}%</td>
                <td>{alpha === null ? '–' : decimals(alpha)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Talk({ messages, report: { talk } }: AgreementProps) {
  if (talk === null) return null;
  const say = messages.agreement;
  return (
    <section class="card prose" aria-labelledby="talk">
      <h2 id="talk">{say.talk}</h2>
      <p class="muted">{say.talkLead}</p>
      {talk.length === 0 ? (
        <p>{say.noTalk}</p>
      ) : (
        <ul>
          {talk.map((id) => (
            <li>
              <a href={`/cases/${id}`}>{messages.case.title(id)}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

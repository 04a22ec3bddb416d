import type { FailedMail } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Columns, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import { failureSentence, type Messages } from '../shell/messages.ts';

export interface FailedMailsProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly failed: readonly FailedMail[];
  readonly mayRetry: boolean;
  readonly mayRead: boolean; // may open the cases
  readonly retried: number | null; // how many were sent back a moment ago
}

/** Mails that could not be judged: why, and the way to have them screened again. */
export function FailedMails({ messages, clock, failed, mayRetry, mayRead, retried }: FailedMailsProps) {
  const say = messages.operations;
  return (
    <section class="card" id="failed">
      <h2>{say.failed}</h2>
      <p class="muted">{say.failedLead}</p>
      {retried !== null && (
        <div class="after-bar" role="status">
          <p>{retried === 0 ? say.nothingRetried : say.retried(retried)}</p>
        </div>
      )}
      {failed.length === 0 ? (
        <p>{say.noFailed}</p>
      ) : (
        <Scroll label={say.failed}>
          <table>
            <Columns of={[say.mail, say.why, say.attempts, say.failedAt, messages.status.state]} />
            <tbody>
              {failed.map((mail) => (
                <tr>
                  <th scope="row">
                    {mayRead && mail.caseId !== null ? (
                      <a href={`/cases/${mail.caseId}`}>{messages.case.title(mail.caseId)}</a>
                    ) : (
                      say.number(mail.mailId)
                    )}
                    <span class="muted"> {inertLine(mail.source, 60)}</span>
                  </th>
                  <td>
                    {failureSentence(messages, mail.code)} <code>{inertLine(mail.code, 60)}</code>
                  </td>
                  <td>{mail.attempts}</td>
                  <td>{clock.date(mail.at)}</td>
                  <td>
                    {mail.state === 'given-up' && mayRetry ? (
                      <Retry messages={messages} mail={mail.mailId} />
                    ) : (
                      say.states[mail.state]
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {mayRetry && failed.some(({ state }) => state === 'given-up') && (
        <form method="post" action="/operations/retry" class="act">
          <p>{say.retryAllHint}</p>
          <button type="submit" class="button">
            {say.retryAll}
          </button>
        </form>
      )}
    </section>
  );
}

const Retry = ({ messages, mail }: { readonly messages: Messages; readonly mail: string }) => (
  <form method="post" action="/operations/retry">
    <button type="submit" name="mail" value={mail} aria-label={messages.operations.retryOne(mail)}>
      {messages.operations.retry}
    </button>
  </form>
);

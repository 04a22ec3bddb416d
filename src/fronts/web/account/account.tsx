import type { OpenSession } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { FactorSection } from '../sign-in/factor.tsx';

export interface AccountProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly sessions: readonly OpenSession[];
  readonly current: string; // id of the session that looks
  readonly email: string; // of the account
  readonly factor: boolean; // a second factor is set up
  readonly error: string | null; // why it was not changed
}

/** Where a person is signed in, and how. */
export function Account({ messages, clock, sessions, current, email, factor, error }: AccountProps) {
  const say = messages.account;
  return (
    <>
      <section class="card" aria-labelledby="sessions">
        <h2 id="sessions">{say.sessions}</h2>
        <p class="muted">{say.sessionsLead}</p>
        <ul class="plain">
          {sessions.map(({ id, since, address, agent }) => (
            <li>
              <p>
                {clock.date(since)} {address} {id === current && <span class="pill pill-good">{say.here}</span>}
              </p>
              <p class="muted small">{inertLine(agent ?? '', 120)}</p>
              {id !== current && (
                <form method="post" action={`/account/sessions/${id}/end`}>
                  <button type="submit" class="button">
                    {say.end}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <form method="post" action="/account/sessions/end-others" class="act">
            <p>{say.endOthersHint}</p>
            <button type="submit" class="button">
              {say.endOthers}
            </button>
          </form>
        )}
      </section>
      <FactorSection messages={messages} email={email} on={factor} error={error} />
    </>
  );
}

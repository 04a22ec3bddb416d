import type { AccountProblem } from '../../../actions/index.ts';
import type { Account } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { OneTimeLink } from './links.tsx';
import { RoleTicks } from './view.tsx';

interface PersonProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly account: Account;
  readonly link: string | null; // to a new password
  readonly problem: AccountProblem | null;
  readonly saved: boolean;
}

/** One account: what it may do, and how to end that. */
export function PersonView({ messages, clock, account, link, problem, saved }: PersonProps) {
  const say = messages.people;
  const { id, name, email, roles, deactivatedAt, createdAt, sessions, factor } = account;
  const active = deactivatedAt === null;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/people">← {say.title}</a>
      </p>
      <h1>{inertLine(name, 60)}</h1>
      {problem !== null && (
        <p class="alert" role="alert">
          {say.problems[problem]}
        </p>
      )}
      {saved && (
        <div class="after-bar" role="status">
          <p>{messages.settings.saved}</p>
        </div>
      )}
      {link !== null && <OneTimeLink messages={messages} name={name} url={link} />}
      <section class="card">
        <dl class="facts">
          <dt>{say.email}</dt>
          <dd>{inertLine(email)}</dd>
          <dt>{say.since}</dt>
          <dd>{clock.date(createdAt)}</dd>
          <dt>{say.state}</dt>
          <dd>{deactivatedAt === null ? say.active : say.inactiveSince(clock.date(deactivatedAt))}</dd>
          <dt>{say.sessions}</dt>
          <dd>{sessions}</dd>
        </dl>
      </section>
      <form method="post" action={`/people/${id}/roles`} class="card">
        <RoleTicks messages={messages} values={{ roles }} />
        <button type="submit" class="button primary">
          {messages.settings.save}
        </button>
      </form>
      <section class="card">
        <Act action={`/people/${id}/reset`} label={say.reset} hint={say.resetHint} />
        <Act action={`/people/${id}/sign-out`} label={say.signOut} hint={say.signOutHint} />
        {factor && (
          <Act action={`/people/${id}/factor`} label={messages.factor.remove} hint={messages.factor.removeHint} />
        )}
        <form method="post" action={`/people/${id}/active`} class="act">
          <p>{active ? say.deactivateHint : say.activateHint}</p>
          <button type="submit" class="button" name="active" value={active ? 'off' : 'on'}>
            {active ? say.deactivate : say.activate}
          </button>
        </form>
      </section>
    </div>
  );
}

/** A button that does one thing, and what that is. */
export const Act = ({
  action,
  label,
  hint,
}: {
  readonly action: string;
  readonly label: string;
  readonly hint: string;
}) => (
  <form method="post" action={action} class="act">
    <p>{hint}</p>
    <button type="submit" class="button">
      {label}
    </button>
  </form>
);

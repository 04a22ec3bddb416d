import type { AccountProblem } from '../../../actions/index.ts';
import { ROLES } from '../../../cases/index.ts';
import type { Account, UnusedInvitation } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Scroll } from '../shell/components.tsx';
import { Field, Group, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { OneTimeLink, roleNames, UnusedLinks } from './links.tsx';

interface PeopleProps {
  readonly messages: Messages;
  readonly accounts: readonly Account[];
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly now: Date;
  readonly invitations: readonly UnusedInvitation[];
  readonly link: { readonly name: string; readonly url: string } | null;
  readonly problem: AccountProblem | null;
  readonly revoked: boolean;
}

/** Who has an account, and what each may do. */
export function PeopleView(props: PeopleProps) {
  const { messages, accounts, values, errors, link, problem, revoked } = props;
  const say = messages.people;
  return (
    <>
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      {problem !== null && (
        <p class="alert" role="alert">
          {say.problems[problem]}
        </p>
      )}
      {revoked && (
        <div class="after-bar" role="status">
          <p>{say.revoked}</p>
        </div>
      )}
      {link !== null && <OneTimeLink messages={messages} name={link.name} url={link.url} />}
      <Scroll card label={say.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.email}</th>
              <th scope="col">{say.roles}</th>
              <th scope="col">{say.state}</th>
              <th scope="col">{say.sessions}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ id, name, email, roles, deactivatedAt, sessions }) => (
              <tr>
                <th scope="row">
                  <a href={`/people/${id}`}>{inertLine(name, 60)}</a>
                </th>
                <td>{inertLine(email)}</td>
                <td>{roleNames(messages, roles)}</td>
                <td>{deactivatedAt === null ? say.active : say.inactive}</td>
                <td>{sessions}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <UnusedLinks {...props} />
      <section class="card narrow" aria-labelledby="invite">
        <h2 id="invite">{say.invite}</h2>
        <p class="muted">{say.inviteLead}</p>
        <form method="post" action="/people">
          <Field
            name="email"
            label={say.email}
            type="email"
            autocomplete="off"
            value={first(values, 'email')}
            error={errors.email}
          />
          <Field
            name="name"
            label={say.name}
            type="text"
            autocomplete="off"
            value={first(values, 'name')}
            error={errors.name}
          />
          <RoleTicks messages={messages} values={values} error={errors.roles} />
          <button type="submit" class="button primary">
            {say.makeLink}
          </button>
        </form>
      </section>
    </>
  );
}

export function RoleTicks({
  messages,
  values,
  error,
}: {
  readonly messages: Messages;
  readonly values: Values;
  readonly error?: string | undefined;
}) {
  const say = messages.people;
  return (
    <Group id="roles" title={say.roles} hint={say.rolesHint} error={error}>
      {ROLES.map((role) => (
        <Tick values={values} name="roles" value={role} label={`${messages.roles[role]}: ${say.rights[role]}`} />
      ))}
    </Group>
  );
}

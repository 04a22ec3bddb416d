import { isRole, ROLES } from '../../../cases/rights.ts';
import type { Account } from '../../../store/index.ts';
import { Scroll } from '../shell/components.tsx';
import { Field } from '../shell/entrance.tsx';
import { Group, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Words } from '../shell/messages.ja.ts';

interface PeopleProps {
  readonly words: Words;
  readonly accounts: readonly Account[];
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly link: { readonly name: string; readonly url: string } | null;
}

/** Who has an account, and what each may do. */
export function PeopleView({ words, accounts, values, errors, link }: PeopleProps) {
  const say = words.people;
  return (
    <>
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      {link !== null && <OneTimeLink words={words} name={link.name} url={link.url} />}
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
                <td>{roleNames(words, roles)}</td>
                <td>{deactivatedAt === null ? say.active : say.inactive}</td>
                <td>{sessions}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
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
          <RoleTicks words={words} values={values} error={errors.roles} />
          <button type="submit" class="button primary">
            {say.makeLink}
          </button>
        </form>
      </section>
    </>
  );
}

export const roleNames = (words: Words, roles: readonly string[]): string =>
  roles
    .filter(isRole)
    .map((role) => words.roles[role])
    .join('・');

/** Shown once: nobody can look it up again. */
export function OneTimeLink({
  words,
  name,
  url,
}: {
  readonly words: Words;
  readonly name: string;
  readonly url: string;
}) {
  const say = words.people;
  return (
    <section class="card" role="status">
      <h2>{say.link(inertLine(name, 60))}</h2>
      <p>{say.linkLead}</p>
      <label class="visually-hidden" for="link">
        {say.linkLabel}
      </label>
      <input id="link" value={url} readonly autocomplete="off" />
    </section>
  );
}

export function RoleTicks({
  words,
  values,
  error,
}: {
  readonly words: Words;
  readonly values: Values;
  readonly error?: string | undefined;
}) {
  const say = words.people;
  return (
    <Group id="roles" title={say.roles} hint={say.rolesHint} error={error}>
      {ROLES.map((role) => (
        <Tick values={values} name="roles" value={role} label={`${words.roles[role]}: ${say.rights[role]}`} />
      ))}
    </Group>
  );
}

import { stateOf } from '../../../actions/index.ts';
import { ROLES } from '../../../cases/index.ts';
import type { ApiToken } from '../../../store/index.ts';
import { roleNames } from '../people/links.tsx';
import type { Clock } from '../shell/clock.ts';
import { Scroll } from '../shell/components.tsx';
import { Field, Group, Radio, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { TERMS } from './form.ts';

interface TokensProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly tokens: readonly ApiToken[];
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly made: { readonly name: string; readonly token: string } | null; // shown once
}

/** Which programs may ask the API, and for what. */
export function TokensView(props: TokensProps) {
  const { messages, made } = props;
  const say = messages.tokens;
  return (
    <>
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      {made !== null && (
        <section class="card" role="status">
          <h2>{say.shown(inertLine(made.name, 60))}</h2>
          <p>{say.shownLead}</p>
          <label class="visually-hidden" for="token">
            {say.label}
          </label>
          <input id="token" value={made.token} readonly autocomplete="off" />
        </section>
      )}
      <List {...props} />
      <NewToken {...props} />
    </>
  );
}

function List({ messages, clock, now, tokens }: TokensProps) {
  const say = messages.tokens;
  if (tokens.length === 0) return <p>{say.none}</p>;
  return (
    <Scroll card label={say.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.roles}</th>
            <th scope="col">{say.made}</th>
            <th scope="col">{say.expires}</th>
            <th scope="col">{say.lastUsed}</th>
            <th scope="col">{say.state}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => {
            const state = stateOf(token, now);
            const name = inertLine(token.name, 60);
            return (
              <tr>
                <th scope="row">{name}</th>
                <td>{roleNames(messages, token.roles)}</td>
                <td>
                  {clock.date(token.createdAt)} <span class="muted">{inertLine(token.createdBy, 60)}</span>
                </td>
                <td>{clock.date(token.expiresAt)}</td>
                <td>{token.lastUsedAt === null ? messages.status.never : clock.date(token.lastUsedAt)}</td>
                <td>
                  {say[state]}
                  {state === 'valid' && (
                    <form method="post" action={`/tokens/${token.id}/revoke`}>
                      <button type="submit" aria-label={say.revokeOne(name)}>
                        {say.revoke}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function NewToken({ messages, values, errors }: TokensProps) {
  const say = messages.tokens;
  return (
    <section class="card narrow" aria-labelledby="new-token">
      <h2 id="new-token">{say.makeTitle}</h2>
      <form method="post" action="/tokens">
        <Field
          name="name"
          label={say.name}
          hint={say.nameHint}
          type="text"
          autocomplete="off"
          value={first(values, 'name')}
          error={errors.name}
        />
        <Group id="roles" title={say.roles} hint={say.rolesHint} error={errors.roles}>
          {ROLES.map((role) => (
            <Tick
              values={values}
              name="roles"
              value={role}
              label={`${messages.roles[role]}: ${messages.people.rights[role]}`}
            />
          ))}
        </Group>
        <Group id="days" title={say.term} error={errors.days}>
          {TERMS.map((days) => (
            <Radio values={values} name="days" value={String(days)} label={say.terms[days]} />
          ))}
        </Group>
        <button type="submit" class="button primary">
          {say.make}
        </button>
      </form>
    </section>
  );
}

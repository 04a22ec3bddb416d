import { createToken, type DoneBy, revokeToken, stateOf } from '../../../actions/index.ts';
import type { ApiToken } from '../../../store/index.ts';
import type { CardProps } from '../people/props.ts';
import { roleNames, roleWords } from '../people/role-words.ts';
import { ActForm, isTried } from '../shell/acts/form.tsx';
import { Columns, Scroll } from '../shell/components.tsx';
import { More } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface NewTokenProps {
  readonly messages: Messages;
  readonly token: DoneBy<typeof createToken>;
}

/** Shown once: nobody can look it up again. */
export const NewToken = ({ messages: { tokens: say }, token: { name, token } }: NewTokenProps) => (
  <section class="card" role="status">
    <h2>{say.shown(inertLine(name, 60))}</h2>
    <p>{say.shownLead}</p>
    <label class="visually-hidden" for="token">
      {say.label}
    </label>
    <input id="token" value={token} readonly autocomplete="off" />
  </section>
);

type TokensProps = CardProps & { readonly tokens: readonly ApiToken[] };

/** Which programs may ask the API, and for what: every token there was, and the form that makes one more. */
export function Tokens({ tokens, ...common }: TokensProps) {
  const { messages } = common;
  const say = messages.tokens;
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">{say.title}</h2>
      <p class="muted">{say.lead}</p>
      {tokens.length > 0 && <List {...common} tokens={tokens} />}
      <div class="card">
        {tokens.length === 0 && <p>{say.none}</p>}
        <More title={say.make.title} open={isTried(common.tried, createToken)}>
          <ActForm
            {...common}
            act={createToken}
            say={{
              ...say.make,
              fields: { ...say.make.fields, roles: { ...roleWords(messages), hint: say.rolesHint } },
            }}
            usual={{ days: '90' }}
            within="token"
          />
        </More>
      </div>
    </section>
  );
}

function List({ tokens, ...common }: TokensProps) {
  const { messages, clock, now } = common;
  const say = messages.tokens;
  return (
    <Scroll card label={say.title}>
      <table>
        <Columns
          of={[say.make.fields.name.label, messages.people.roles, say.made, say.expires, say.lastUsed, say.state]}
        />
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
                    <ActForm
                      {...common}
                      act={revokeToken}
                      say={say.revoke}
                      at={{ id: token.id }}
                      called={say.revokeOne(name)}
                    />
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

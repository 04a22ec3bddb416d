import type { Hono } from 'hono';
import { createToken, type DoneBy, revokeToken, stateOf } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import { type ApiToken, listTokens } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { roleNames, roleWords } from '../people/role-words.ts';
import { ActForm, statusOf, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { onAct } from '../shell/acts/route.ts';
import type { Clock } from '../shell/clock.ts';
import { Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';

const HERE = '/tokens';

/** Which programs may ask the API, and for what. */
export function mountTokens(app: Hono<WebEnv>, deps: FrontDeps): void {
  const show = (c: WebContext, _: FrontDeps, tried: Tried) => showTokens(c, deps, tried, null);
  app.get(HERE, (c) => showTokens(c, deps, null, null));
  onAct(app, deps, createToken, { back: (c, _, made) => showTokens(c, deps, null, made), show });
  onAct(app, deps, revokeToken, { back: HERE, show });
}

/** Every token there was, and the form that makes one more. A new one is shown once: only its hash is kept. */
async function showTokens(
  c: WebContext,
  deps: FrontDeps,
  tried: Tried | null,
  made: DoneBy<typeof createToken> | null,
): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.tokens;
  const common = { messages, tried, now: deps.now(), today: todayIn(deps.company.timeZone, deps.now()) };
  const tokens = await listTokens(deps.db);
  return page(
    c,
    deps,
    { title: say.title, section: 'tokens', status: statusOf(tried), here: HERE },
    <>
      <Heading {...common} title={say.title} saved={false}>
        {say.lead}
      </Heading>
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
      {tokens.length === 0 ? <p>{say.none}</p> : <List {...common} clock={c.get('clock')} tokens={tokens} />}
      <section class="card narrow" aria-labelledby="new-token">
        <h2 id="new-token">{say.make.title}</h2>
        <ActForm
          {...common}
          act={createToken}
          say={{ ...say.make, fields: { ...say.make.fields, roles: { ...roleWords(messages), hint: say.rolesHint } } }}
          usual={{ days: '90' }}
          look="primary"
        />
      </section>
    </>,
  );
}

type ListProps = Pick<Parameters<typeof ActForm>[0], 'messages' | 'today' | 'tried'> & {
  readonly clock: Clock;
  readonly now: Date;
  readonly tokens: readonly ApiToken[];
};

function List({ clock, now, tokens, ...common }: ListProps) {
  const { messages } = common;
  const say = messages.tokens;
  return (
    <Scroll card label={say.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.make.fields.name.label}</th>
            <th scope="col">{messages.people.roles}</th>
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

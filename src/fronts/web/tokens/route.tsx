import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { createToken, revokeToken } from '../../../actions/index.ts';
import { listTokens } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { readToken } from './form.ts';
import { TokensView } from './view.tsx';

/** Every token there was, and the form that makes one more. */
export const showTokens =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    tokensPage(c, deps, { values: { days: ['90'] } });

/** Shows a new token, once: only its hash is kept. */
export const makeToken =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const read = readToken(values, c.get('messages'));
    if (read.kind === 'wrong') return tokensPage(c, deps, { values, errors: read.errors, status: 400 });
    const token = await createToken(deps, actorOf(c, deps), read.token);
    if (token === null)
      return tokensPage(c, deps, { values, errors: { name: c.get('messages').tokens.nameTaken }, status: 409 });
    return tokensPage(c, deps, { values: { days: ['90'] }, made: { name: read.token.name, token } });
  };

export const revoke =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const revoked = await revokeToken(deps, actorOf(c, deps), c.req.param('id') ?? '');
    return revoked ? c.redirect('/tokens', 303) : c.notFound();
  };

interface TokensState {
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  readonly made?: { readonly name: string; readonly token: string };
  readonly status?: ContentfulStatusCode;
}

async function tokensPage(
  c: WebContext,
  deps: FrontDeps,
  { values, errors = {}, made, status = 200 }: TokensState,
): Promise<Response> {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.tokens.title, section: 'tokens', status, here: '/tokens' },
    <TokensView
      messages={messages}
      clock={c.get('clock')}
      now={deps.now()}
      tokens={await listTokens(deps.db)}
      values={values}
      errors={errors}
      made={made ?? null}
    />,
  );
}

import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { createToken, revokeToken } from '../../../actions/tokens.ts';
import { listTokens } from '../../../store/index.ts';
import type { DeskDeps } from '../../shared/deps.ts';
import { actorOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { type DeskContext, type DeskEnv, page } from '../shell/page.tsx';
import { readToken } from './form.ts';
import { TokensView } from './view.tsx';

/** Every token there was, and the form that makes one more. */
export const showTokens =
  (deps: DeskDeps): Handler<DeskEnv> =>
  (c) =>
    tokensPage(c, deps, { values: { days: ['90'] } });

/** Shows a new token, once: only its hash is kept. */
export const makeToken =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const read = readToken(values, c.get('words'));
    if (read.kind === 'wrong') return tokensPage(c, deps, { values, errors: read.errors, status: 400 });
    const token = await createToken(deps, read.token, actorOf(c, deps));
    if (token === null)
      return tokensPage(c, deps, { values, errors: { name: c.get('words').tokens.nameTaken }, status: 409 });
    return tokensPage(c, deps, { values: { days: ['90'] }, made: { name: read.token.name, token } });
  };

export const revoke =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const revoked = await revokeToken(deps, c.req.param('id') ?? '', actorOf(c, deps));
    return revoked ? c.redirect('/tokens', 303) : c.notFound();
  };

interface TokensState {
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  readonly made?: { readonly name: string; readonly token: string };
  readonly status?: ContentfulStatusCode;
}

async function tokensPage(
  c: DeskContext,
  deps: DeskDeps,
  { values, errors = {}, made, status = 200 }: TokensState,
): Promise<Response> {
  const words = c.get('words');
  return page(
    c,
    deps,
    { title: words.tokens.title, section: 'tokens', status, here: '/tokens' },
    <TokensView
      words={words}
      clock={c.get('clock')}
      now={deps.now()}
      tokens={await listTokens(deps.db)}
      values={values}
      errors={errors}
      made={made ?? null}
    />,
  );
}

import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { checkToken, closedAmong, Refusal } from '../../../actions/index.ts';
import { mayWith, parseCaseId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { accessOf, isRoute } from '../../shared/index.ts';
import { type ApiEnv, actorOf, askerOf, strangerOf } from './env.ts';

/**
 * Requests a minute: of one token, and of what does not work, by token and by address. A token that does not work is not looked
 * up again, and an address that sends many is told to wait; but each token is judged by itself, so that the programs beside
 * it, behind the same address, go on. Nothing is guessed that way: a token holds 256 random bits.
 */
const MOST = { asked: 600, wrong: 20 };

/**
 * Lets a request through to its route when its token has what the route asks for. Cookies count for nothing here, so
 * that no page in a browser can ask in someone's name.
 */
export function tokenGuard(deps: FrontDeps): MiddlewareHandler<ApiEnv> {
  const asked = new RateLimiterMemory({ points: MOST.asked, duration: 60 });
  const wrong = new RateLimiterMemory({ points: MOST.wrong, duration: 60 });
  const authenticate = bearerAuth<ApiEnv>({
    realm: 'komainu',
    async verifyToken(given, c) {
      const stranger = strangerOf(c, deps);
      const attempt = `token ${createHash('sha256').update(given).digest('base64')} ${stranger.address}`;
      const before = await wrong.get(attempt);
      if (before !== null && before.consumedPoints >= MOST.wrong) throw tooMany(before);
      const token = await checkToken(deps, given, stranger);
      if (token !== null) {
        c.set('token', token);
        return true;
      }
      await consume(wrong, attempt);
      await consume(wrong, `address ${stranger.address}`);
      return false;
    },
  });
  return async (c, next) => {
    const route = matchedRoutes(c).find(isRoute);
    const needed = route === undefined ? 'account' : accessOf(route);
    if (needed === 'anyone') return next();
    return authenticate(c, async () => {
      const token = c.get('token');
      await consume(asked, token.id);
      if (needed === 'account') return next();
      if (needed !== null && mayWith(token.roles, needed)) {
        await requireOpen(c, deps);
        return next();
      }
      const target = `${c.req.method} ${route?.path ?? ''}`;
      await deps.audit.record({ ...askerOf(c, deps), action: 'access.refuse', target, details: {} });
      throw new Refusal({ code: 'not-allowed' }, 'No role of this token allows that.');
    });
  };
}

/** What is asked of one case is asked of one that is open to whoever made the token. @throws Refusal `recused` */
async function requireOpen(c: Context<ApiEnv>, deps: FrontDeps): Promise<void> {
  const actor = actorOf(c, deps);
  const id = parseCaseId(/^\/api\/v1\/cases\/([^/]+)/.exec(c.req.path)?.[1] ?? '');
  if (id === null || (await closedAmong(deps, actor, [id])).size === 0) return;
  throw new Refusal({ code: 'recused' }, 'The mails of the case speak of whoever made this token.');
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((left: RateLimiterRes) => {
    throw tooMany(left);
  });
}

function tooMany({ msBeforeNext }: RateLimiterRes): HTTPException {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const res = new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } });
  return new HTTPException(429, { message: `Too many requests; wait ${seconds} seconds.`, res });
}

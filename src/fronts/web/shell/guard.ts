import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { type Access, accessOf, type FrontDeps, isRoute } from '../../shared/index.ts';
import { entryOf } from './actor.ts';
import { errorPage } from './error-page.tsx';
import { can, type WebContext, type WebEnv } from './page.tsx';

/**
 * Lets a request through to its route when whoever sent it has what the route asks for. What no route answers asks for
 * an account too: a stranger does not learn which addresses there are.
 */
export const guard =
  (deps: FrontDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const route = matchedRoutes(c).find(isRoute);
    const needed = route === undefined ? 'account' : accessOf(route);
    if (needed === 'anyone') return next();
    if (c.get('person') === null) return toSignIn(c);
    if (needed !== null && has(c, needed)) return next();
    const start = startOf(c);
    if (c.req.path === '/' && start !== '/') return c.redirect(start, 303);
    return refused(c, deps, route?.path ?? '');
  };

/** Says that somebody may not see this, and writes it down. @param path of the route, without what an address names */
export async function refused(c: WebContext, deps: FrontDeps, path: string): Promise<Response> {
  await deps.audit.record(entryOf(c, deps, 'access.refuse', `${c.req.method} ${path}`));
  return errorPage(c, deps, 'forbidden');
}

const has = (c: WebContext, needed: Exclude<Access, 'anyone'>): boolean => needed === 'account' || can(c, needed);

/** The page a person starts at: the first they may see. */
function startOf(c: WebContext): string {
  if (can(c, 'cases.read')) return '/';
  if (can(c, 'dictionaries.read')) return '/dictionaries';
  if (can(c, 'talks.manage')) return '/counterparties';
  return can(c, 'status.read') ? '/status' : '/reports';
}

const PANE = '/list/pane';

/** Back to where they wanted to go once they are signed in. */
function toSignIn(c: WebContext): Response {
  const url = new URL(c.req.url);
  const to =
    c.req.method === 'GET' && url.pathname !== '/'
      ? `?${new URLSearchParams({ next: url.pathname + url.search })}`
      : '';
  const byScript = c.req.header('hx-request') === 'true';
  if (byScript && url.pathname === PANE) return c.body(null, 204); // what somebody writes beside it stays
  if (byScript) return c.body(null, 401, { 'hx-redirect': '/sign-in' }); // the list of a session that ended
  return c.redirect(`/sign-in${to}`, 303);
}

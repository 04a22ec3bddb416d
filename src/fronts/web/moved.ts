import type { Hono } from 'hono';
import type { WebContext, WebEnv } from './shell/page.tsx';

/** Addresses that lead to the place of what they name (`:id`): to these a form is sent, so that somebody may stand at them, or a notification or a page that is gone led there. */
const MOVED: Readonly<Record<string, string>> = {
  '/draft': '/reports?tab=draft',
  '/settings': '/me',
  '/first-steps': '/mailboxes?tab=steps',
  '/lessons/:act': '/policy?tab=lessons&act=:act#lesson',
  '/lessons/:act/mails': '/policy?tab=lessons&act=:act&mails=1#lesson',
  '/cooperation': '/counterparties?tab=cooperation',
  '/cases/:id/care': '/cases/:id?tab=response',
  '/cases/:id/measures': '/cases/:id?tab=response',
  '/cases/:id/experts': '/cases/:id?tab=response',
  '/cases/:id/answer': '/cases/:id?tab=response',
  '/cases/:id/evidence': '/cases/:id?tab=papers',
  '/cases/:id/letters': '/cases/:id?tab=papers',
  '/cases/:id/file': '/cases/:id?tab=history',
  '/cases/:id/similar': '/cases/:id?tab=body&similar=1#similar',
  '/missed/read/:spot': '/missed/read?spot=:spot',
  '/past': '/mailboxes',
  '/past/:run': '/mailboxes',
  '/tokens': '/people#tokens',
  '/experts': '/people#experts',
  '/measures/rules': '/escalation#measures',
  '/dictionaries/try': '/dictionaries?tab=try',
};

/** Whether an address only leads on. */
export const isMoved = (path: string): boolean => Object.hasOwn(MOVED, path);

export function movedPages(app: Hono<WebEnv>): void {
  for (const [from, to] of Object.entries(MOVED)) app.get(from, (c) => c.redirect(placeOf(to, c), 303));
}

/** With what the old address names and asks for. What a link names below it (`#request-3`) stays where the place names nothing: browsers keep it. */
function placeOf(to: string, c: WebContext): string {
  const named = to.replace(/:(\w+)/g, (_, name) => encodeURIComponent(c.req.param(name) ?? ''));
  const [place = '', part] = named.split('#');
  const [path = '', own] = place.split('?');
  const query = new URLSearchParams([...new URLSearchParams(own), ...Object.entries(c.req.query())]);
  return [path, query.size > 0 ? `?${query}` : '', part === undefined ? '' : `#${part}`].join('');
}

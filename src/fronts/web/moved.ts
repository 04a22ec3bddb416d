import type { Hono } from 'hono';
import type { WebContext, WebEnv } from './shell/page.tsx';

/** Addresses at which there was a page, each with the place of what it said: `:id` is what the address names. Bookmarks and old notifications know them. */
const MOVED: Readonly<Record<string, string>> = {
  '/account': '/me',
  '/tasks': '/?tab=tasks',
  '/care': '/?tab=tasks',
  '/deadlines': '/?tab=tasks',
  '/rest': '/?rest=1',
  '/draft': '/reports?tab=draft',
  '/forwarded': '/',
  '/mentions': '/?tab=mine',
  '/settings': '/me',
  '/operations': '/status',
  '/first-steps': '/mailboxes?tab=steps',
  '/policy/versions': '/policy#versions',
  '/policy/versions/:version': '/policy?version=:version#version',
  '/lessons': '/policy?tab=lessons',
  '/lessons/:act': '/policy?tab=lessons&act=:act#lesson',
  '/lessons/:act/mails': '/policy?tab=lessons&act=:act&mails=1#lesson',
  '/worry': '/policy?tab=worry',
  '/watches': '/counterparties?tab=watches',
  '/measures': '/counterparties?tab=measures',
  '/cooperation': '/counterparties?tab=cooperation',
  '/counterparties/new': '/counterparties?add=1#add',
  '/counterparties/:id/edit': '/counterparties/:id?edit=1#edit',
  '/hand-in/mail': '/reports/new?about=mail',
  '/hand-in/incident': '/reports/new?about=incident',
  '/my-timeline': '/reports?tab=timeline',
  '/cases/:id/care': '/cases/:id?tab=response',
  '/cases/:id/measures': '/cases/:id?tab=response',
  '/cases/:id/experts': '/cases/:id?tab=response',
  '/cases/:id/answer': '/cases/:id?tab=response',
  '/cases/:id/evidence': '/cases/:id?tab=papers',
  '/cases/:id/letters': '/cases/:id?tab=papers',
  '/cases/:id/letters/draft': '/cases/:id?tab=papers#letters',
  '/cases/:id/file': '/cases/:id?tab=history',
  '/objections/new': '/objections?add=1#add',
  '/objections/:objection': '/objections?objection=:objection#objection',
  '/cases/:id/similar': '/cases/:id?tab=body&similar=1#similar',
  '/missed/read/:spot': '/missed/read?spot=:spot',
  '/past': '/mailboxes',
  '/past/:run': '/mailboxes',
  '/people/:id': '/people?person=:id#person',
  '/tokens': '/people#tokens',
  '/experts': '/people#experts',
  '/missed': '/numbers#missed',
  '/missed/agreement': '/numbers#agreement',
  '/measures/rules': '/escalation#measures',
  '/knowing': '/policy/edit#knowing',
  '/dictionaries/new': '/dictionaries?tab=new',
  '/dictionaries/costly': '/dictionaries?tab=costly',
  '/dictionaries/work': '/dictionaries?tab=work',
  '/dictionaries/propose/:feedback': '/dictionaries?tab=propose&feedback=:feedback',
  '/dictionaries/try': '/dictionaries?tab=try',
  '/dictionaries/log': '/dictionaries?tab=log',
  '/dictionaries/:id/edit': '/dictionaries/:id?edit=1',
  '/dictionaries/learning': '/dictionaries',
  '/dictionaries/shadow': '/dictionaries',
  '/dictionaries/apprentices': '/dictionaries',
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

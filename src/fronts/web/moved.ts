import type { Hono } from 'hono';
import { type CaseTab, caseTabUrl } from './cases/tabs.tsx';
import { caseIdOf } from './shell/id-of.ts';
import type { WebEnv } from './shell/page.tsx';

/** Addresses at which there was a page, each with the place of what it said: `:id` is what the address names. Bookmarks and old notifications know them. */
const MOVED: Readonly<Record<string, string>> = {
  '/account': '/me',
  '/care': '/tasks',
  '/deadlines': '/tasks',
  '/forwarded': '/',
  '/mentions': '/?tab=mine',
  '/settings': '/me',
  '/operations': '/status',
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
  '/cases/:id/similar': '/cases/:id?tab=body&similar=1#similar',
  '/missed/read/:spot': '/missed/read?spot=:spot',
  '/past/:run/mails/:n': '/past/:run?mail=:n#mail',
  '/people/:id': '/people?person=:id#person',
  '/tokens': '/people#tokens',
  '/experts': '/people#experts',
  '/missed': '/numbers#missed',
  '/missed/agreement': '/numbers#agreement',
  '/measures/rules': '/escalation#measures',
  '/knowing': '/policy/edit#knowing',
  '/dictionaries/learning': '/dictionaries',
  '/dictionaries/shadow': '/dictionaries',
  '/dictionaries/apprentices': '/dictionaries',
};

/** What belongs to a case, each with its tab. What a link names below it (`#request-3`) stays: browsers keep it. */
const MOVED_IN_CASE = {
  care: 'response',
  measures: 'response',
  experts: 'response',
  answer: 'response',
  evidence: 'papers',
  letters: 'papers',
  file: 'history',
} as const satisfies Readonly<Record<string, CaseTab>>;

/** Whether an address only leads on. */
export const isMoved = (path: string): boolean =>
  Object.hasOwn(MOVED, path) || Object.keys(MOVED_IN_CASE).some((from) => path === `/cases/:id/${from}`);

export function movedPages(app: Hono<WebEnv>): void {
  for (const [from, to] of Object.entries(MOVED))
    app.get(from, (c) =>
      c.redirect(
        to.replace(/:(\w+)/g, (_, name) => encodeURIComponent(c.req.param(name) ?? '')),
        303,
      ),
    );
  for (const [from, tab] of Object.entries(MOVED_IN_CASE))
    app.get(`/cases/:id/${from}`, (c) => c.redirect(caseTabUrl(caseIdOf(c), tab, c.req.query()), 303));
}

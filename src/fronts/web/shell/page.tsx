import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AdmittedCase } from '../../../actions/index.ts';
import type { Person } from '../../../actions/sign-in/index.ts';
import { mayWith, type Right } from '../../../cases/index.ts';
import { type Preferences, unseenMentions } from '../../../store/index.ts';
import type { FrontDeps, Language } from '../../shared/index.ts';
import { type Clock, createClock } from './clock.ts';
import { Layout } from './layout.tsx';
import type { Messages } from './messages.ts';
import type { Section } from './places.ts';

/** What every request knows once the middleware has run. */
export interface WebEnv {
  Bindings: HttpBindings;
  Variables: {
    language: Language;
    messages: Messages;
    clock: Clock;
    person: Person | null;
    preferences: Preferences;
    admitted: AdmittedCase | null; // the case of the request, for who may decide it
  };
}
export type WebContext = Context<WebEnv>;

export interface PageOptions {
  readonly title: string;
  readonly section?: Section;
  readonly status?: ContentfulStatusCode;
  readonly start?: boolean; // somebody's day begins here: it says what nobody would be told
  readonly pressing?: number; // open cases that cannot wait, for the title and the icon
  readonly here?: string; // where a change of language leads; the page's own address unless it answers a form
}

export const can = (c: WebContext, right: Right): boolean => mayWith(c.get('person')?.roles ?? [], right);

export const setLanguage = (c: WebContext, language: Language, messages: Messages, timeZone: string): void => {
  c.set('language', language);
  c.set('messages', messages);
  c.set('clock', createClock(language, timeZone));
};

/** How many mentions a person has not seen yet. */
const mentionsFor = ({ db }: FrontDeps, { id, roles }: Person): Promise<number> =>
  unseenMentions(db, { person: id, seesConfidential: roles.includes('desk') });

/** Renders a whole page. The service's state is shown to whoever may know it. */
export async function page(c: WebContext, deps: FrontDeps, options: PageOptions, content: Child): Promise<Response> {
  const person = c.get('person');
  const url = new URL(c.req.url);
  const layout = (
    <Layout
      messages={c.get('messages')}
      title={options.title}
      section={options.section ?? null}
      person={person}
      company={deps.company.name}
      sample={deps.sample}
      status={can(c, 'status.read') ? await deps.status() : null}
      mentions={person !== null && can(c, 'cases.read') ? await mentionsFor(deps, person) : null}
      may={(right) => can(c, right)}
      keys={c.get('preferences').keys}
      start={options.start ?? false}
      pressing={options.pressing ?? 0}
      here={options.here ?? `${url.pathname}${url.search}`}
    >
      {content}
    </Layout>
  );
  return c.html(html`<!doctype html>${layout}`, options.status ?? 200);
}

import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { mayWith } from '../../../cases/index.ts';
import { listPeople } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { Entrance } from './entrance.tsx';
import { inertLine } from './inert.ts';
import type { Messages } from './messages.ts';
import { page, type WebContext } from './page.tsx';

export type ErrorPage = 'notFound' | 'forbidden' | 'crossSite' | 'tooLarge' | 'mailTooLarge' | 'failed';

const STATUS: Readonly<Record<ErrorPage, ContentfulStatusCode>> = {
  notFound: 404,
  forbidden: 403,
  crossSite: 403,
  tooLarge: 413,
  mailTooLarge: 413,
  failed: 500,
};

/** What went wrong, in one calm page. */
export async function errorPage(c: WebContext, deps: FrontDeps, errorPage: ErrorPage): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.errors;
  const leads: Readonly<Record<ErrorPage, string>> = {
    notFound: say.notFoundLead,
    forbidden: say.forbiddenLead,
    crossSite: say.crossSiteLead,
    tooLarge: '',
    mailTooLarge: say.mailTooLargeLead,
    failed: say.failedLead,
  };
  const content = (
    <Entrance messages={messages} title={say[errorPage]} lead={leads[errorPage]}>
      {errorPage === 'forbidden' && c.get('person') !== null && (
        <p>{say.askWhom(...(await whomToAsk(deps, messages)))}</p>
      )}
      <p>
        <a href="/">{say.home}</a>
      </p>
    </Entrance>
  );
  return page(c, deps, { title: say[errorPage], status: STATUS[errorPage], here: '/' }, content);
}

/** Names of a few who give roles, and of the consultation desk, which may hear of anything. */
async function whomToAsk({ db }: FrontDeps, { decide: { separator } }: Messages): Promise<[string, string]> {
  const people = await listPeople(db);
  const namesOf = (may: (roles: readonly string[]) => boolean) =>
    people
      .filter(({ roles }) => may(roles))
      .slice(0, FEW)
      .map(({ name }) => inertLine(name, 60))
      .join(separator);
  return [namesOf((roles) => mayWith(roles, 'people.manage')), namesOf((roles) => roles.includes('desk'))];
}

const FEW = 3;

import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FrontDeps } from '../../shared/index.ts';
import { Entrance } from './entrance.tsx';
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
export function errorPage(c: WebContext, deps: FrontDeps, errorPage: ErrorPage): Promise<Response> {
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
      <p>
        <a href="/">{say.home}</a>
      </p>
    </Entrance>
  );
  return page(c, deps, { title: say[errorPage], status: STATUS[errorPage], here: '/' }, content);
}

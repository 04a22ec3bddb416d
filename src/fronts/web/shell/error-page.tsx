import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DeskDeps } from '../../shared/deps.ts';
import { Entrance } from './entrance.tsx';
import { type DeskContext, page } from './page.tsx';

export type Mishap = 'notFound' | 'forbidden' | 'crossSite' | 'tooLarge' | 'mailTooLarge' | 'failed';

const STATUS: Readonly<Record<Mishap, ContentfulStatusCode>> = {
  notFound: 404,
  forbidden: 403,
  crossSite: 403,
  tooLarge: 413,
  mailTooLarge: 413,
  failed: 500,
};

/** What went wrong, in one calm page. */
export function mishapPage(c: DeskContext, deps: DeskDeps, mishap: Mishap): Promise<Response> {
  const words = c.get('words');
  const say = words.errors;
  const leads: Readonly<Record<Mishap, string>> = {
    notFound: say.notFoundLead,
    forbidden: say.forbiddenLead,
    crossSite: say.crossSiteLead,
    tooLarge: '',
    mailTooLarge: say.mailTooLargeLead,
    failed: say.failedLead,
  };
  const content = (
    <Entrance words={words} title={say[mishap]} lead={leads[mishap]}>
      <p>
        <a href="/">{say.home}</a>
      </p>
    </Entrance>
  );
  return page(c, deps, { title: say[mishap], status: STATUS[mishap], here: '/' }, content);
}

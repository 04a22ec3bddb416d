import type { Hono } from 'hono';
import { deleteView, saveView } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { onAct } from '../shell/acts/route.ts';
import { first, type Values } from '../shell/form-values.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { caseListUrl, readQuery } from './query.ts';
import { listPage } from './route.tsx';

/** Gives the list as it is narrowed now a name, and takes names away again. */
export function mountViews(app: Hono<WebEnv>, deps: FrontDeps): void {
  const again = (c: WebContext, values: Values, error: string) =>
    listPage(c, deps, narrowedIn(values), { status: 400, view: { name: first(values, 'name'), error } });
  onAct(app, deps, saveView, {
    read: (values) => ({ address: caseListUrl(narrowedIn(values)) }),
    back: async (c, _, { saved }, sent) =>
      saved ? c.redirect(caseListUrl(narrowedIn(sent)), 303) : again(c, sent, c.get('messages').views.full),
    show(c, _, { values, problems }) {
      const say = c.get('messages').views;
      return again(c, values, problems.name === 'too-long' ? say.nameLong : say.nameMissing);
    },
  });
  onAct(app, deps, deleteView, { back: '/', show: async (c) => c.notFound() });
}

const narrowedIn = (values: Values) => ({
  ...readQuery(Object.fromEntries(new URLSearchParams(first(values, 'query')))),
  page: 1,
  live: true,
});

import type { Hono } from 'hono';
import {
  answerTalk,
  changeCounterparty,
  createCounterparty,
  type DoneBy,
  nameCounterpartyOf,
  noteTalk,
} from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { mountCooperation, showRequests } from '../cooperation/page.tsx';
import { showMeasureList } from '../measures/list-route.tsx';
import type { Tried } from '../shell/acts/form.tsx';
import { type ActPage, onAct } from '../shell/acts/route.ts';
import type { Values } from '../shell/form-values.ts';
import { refused } from '../shell/guard.ts';
import { can, type WebContext, type WebEnv } from '../shell/page.tsx';
import { showWatches } from '../watches/route.tsx';
import { type Errors, errorOf, errorsOf, partsOf } from './form.ts';
import { showCounterparty, showRegister } from './route.tsx';

/** The other side: the register, who is watched there, what is in force against whom, what employers ask of each other. */
export function mountCounterparties(app: Hono<WebEnv>, deps: FrontDeps): void {
  const course = { read: partsOf, show, back, says: ['wrong-day'] };
  app.get('/counterparties', (c) => showTab(c, deps));
  app.get('/counterparties/:counterparty', (c) => showCounterparty(c, deps, null));
  onAct(app, deps, createCounterparty, course);
  onAct(app, deps, changeCounterparty, course);
  onAct(app, deps, nameCounterpartyOf, {
    back: '/cases/:id#counterparty',
    show: (c) => casePage(c, deps, { status: 400 }),
  });
  const ofTalks: ActPage = {
    back: '/counterparties/:counterparty?saved=1#talks',
    show: (c, _, tried) => showCounterparty(c, deps, null, tried),
  };
  onAct(app, deps, noteTalk, ofTalks);
  onAct(app, deps, answerTalk, ofTalks);
  mountCooperation(app, deps);
}

function showTab(c: WebContext, deps: FrontDeps): Promise<Response> {
  const tab = c.req.query('tab');
  if ((tab === 'watches' || tab === 'measures') && !can(c, 'cases.read')) return refused(c, deps, '/counterparties');
  switch (tab) {
    case 'watches':
      return showWatches(c, deps);
    case 'measures':
      return showMeasureList(c, deps);
    case 'cooperation':
      return showRequests(c, deps, null);
    default:
      return showRegister(c, deps, null);
  }
}

const show = (c: WebContext, deps: FrontDeps, tried: Tried) =>
  again(c, deps, tried.values, errorsOf(tried, c.get('messages')), 400);

async function back(
  c: WebContext,
  deps: FrontDeps,
  done: DoneBy<typeof createCounterparty>,
  sent: Values,
): Promise<Response> {
  if ('saved' in done) return c.redirect(`/counterparties/${done.saved.id}?saved=1`, 303);
  if (done.problem.code === 'no-such-counterparty') return c.notFound();
  const status = done.problem.code === 'changed-meanwhile' ? 409 : 400;
  return again(c, deps, sent, errorOf(done.problem, c.get('messages')), status);
}

/** The form where it stood, with what was written. */
const again = (c: WebContext, deps: FrontDeps, values: Values, errors: Errors, status: 400 | 409) =>
  c.req.param('counterparty') === undefined
    ? showRegister(c, deps, { values, errors, status })
    : showCounterparty(c, deps, { values, errors, status });

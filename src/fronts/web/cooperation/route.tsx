import type { Handler, Hono } from 'hono';
import { answerCooperation, cooperationFor, Refusal, recordCooperation } from '../../../actions/index.ts';
import { ANSWER_DAYS, todayIn } from '../../../response/index.ts';
import { dayAfter } from '../../../util/day.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { actorOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { type Errors, readAnswer, readRequest } from './form.ts';
import { CooperationView } from './view.tsx';

/** Requests among employers to help with the facts. */
export function mountCooperation(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/cooperation', showRequests(deps));
  app.post('/cooperation', saveRequest(deps));
}

const today = ({ company, now }: FrontDeps) => todayIn(company.timeZone, now());

const showRequests =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    requestsPage(c, deps, {}, {});

/** Writes down a request, or the answer to one. */
const saveRequest =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    return first(values, 'do') === 'answer' ? answer(c, deps, values) : record(c, deps, values);
  };

async function record(c: WebContext, deps: FrontDeps, values: Values): Promise<Response> {
  const messages = c.get('messages');
  const { given, errors } = readRequest(values, today(deps), messages);
  if (Object.keys(errors).length > 0) return requestsPage(c, deps, values, errors);
  try {
    await recordCooperation(deps, actorOf(c, deps), given);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'recused') return recusedPage(c, deps);
    if (error.code === 'no-such-case') return requestsPage(c, deps, values, { case: messages.cooperation.noCase });
    throw error;
  }
  return c.redirect('/cooperation?saved=1', 303);
}

async function answer(c: WebContext, deps: FrontDeps, values: Values): Promise<Response> {
  const read = readAnswer(values, today(deps), c.get('messages'));
  if (read === null) return c.notFound();
  if (Object.keys(read.errors).length > 0) return requestsPage(c, deps, values, read.errors);
  if (!(await answerCooperation(deps, actorOf(c, deps), read.id, read))) return c.notFound();
  return c.redirect('/cooperation?saved=1', 303);
}

async function requestsPage(c: WebContext, deps: FrontDeps, values: Values, errors: Errors): Promise<Response> {
  const messages = c.get('messages');
  const found = await cooperationFor(deps, actorOf(c, deps));
  const usual = { asked: [today(deps)], due: [dayAfter(today(deps), ANSWER_DAYS)] };
  const status = Object.keys(errors).length > 0 ? 400 : 200;
  return page(
    c,
    deps,
    { title: messages.cooperation.title, section: 'deadlines', status, here: '/cooperation' },
    <CooperationView
      messages={messages}
      {...found}
      today={today(deps)}
      values={{ ...usual, ...values }}
      errors={errors}
      saved={c.req.query('saved') === '1'}
    />,
  );
}

import type { Handler } from 'hono';
import { addExpert, endExpert, expertsFor } from '../../../actions/index.ts';
import { type ExpertId, todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { type Errors, readExpert } from './form.ts';
import { ExpertsView } from './view.tsx';

/** Contacts outside, and what waits for an answer. */
export const showExperts =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    expertsPage(c, deps, {}, {});

export const saveExpert =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const { expert, errors } = readExpert(values, c.get('messages'));
    if (Object.keys(errors).length > 0) return expertsPage(c, deps, values, errors);
    await addExpert(deps, actorOf(c, deps), expert);
    return c.redirect('/experts?saved=1', 303);
  };

/** Somebody is asked no more. */
export const removeExpert =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = /^[1-9]\d{0,17}$/.exec(c.req.param('expert') ?? '')?.[0];
    if (id === undefined || !(await endExpert(deps, actorOf(c, deps), id as ExpertId))) return c.notFound();
    return c.redirect('/experts?saved=1', 303);
  };

async function expertsPage(c: WebContext, deps: FrontDeps, values: Values, errors: Errors): Promise<Response> {
  const messages = c.get('messages');
  const { experts, open } = await expertsFor(deps, actorOf(c, deps));
  const status = Object.keys(errors).length > 0 ? 400 : 200;
  return page(
    c,
    deps,
    { title: messages.experts.title, section: 'care', status, here: '/experts' },
    <ExpertsView
      messages={messages}
      experts={experts}
      open={open}
      today={todayIn(deps.company.timeZone, deps.now())}
      values={values}
      errors={errors}
      saved={c.req.query('saved') === '1'}
    />,
  );
}

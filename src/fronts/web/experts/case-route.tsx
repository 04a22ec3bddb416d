import type { Handler } from 'hono';
import { askExpert, caseExperts, noteExpertAnswer, Refusal } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { actorOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { CaseExpertsView } from './case-view.tsx';
import { type Errors, readAnswer, readQuestion } from './form.ts';

/** What experts were asked about a case. */
export const showCaseExperts =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    unlessRecused(c, deps, () => expertsPage(c, deps, {}, {}));

/** Notes a question, or the answer to one. */
export const saveCaseExperts =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    return unlessRecused(c, deps, () =>
      first(values, 'do') === 'answer' ? answer(c, deps, values) : ask(c, deps, values),
    );
  };

async function ask(c: WebContext, deps: FrontDeps, values: Values): Promise<Response> {
  const messages = c.get('messages');
  const id = caseIdOf(c);
  const { needsConsent } = await caseExperts(deps, actorOf(c, deps), id);
  const { asked, errors } = readQuestion(values, { messages, today: todayOf(deps), needsConsent });
  if (Object.keys(errors).length > 0) return expertsPage(c, deps, values, errors);
  if (!(await askExpert(deps, actorOf(c, deps), id, asked)))
    return expertsPage(c, deps, values, { expert: messages.experts.noExpert });
  return c.redirect(`/cases/${id}/experts?saved=1`, 303);
}

async function answer(c: WebContext, deps: FrontDeps, values: Values): Promise<Response> {
  const id = caseIdOf(c);
  const read = readAnswer(values, c.get('messages'));
  if (read === null) return c.notFound();
  if (Object.keys(read.errors).length > 0) return expertsPage(c, deps, values, read.errors);
  if (!(await noteExpertAnswer(deps, actorOf(c, deps), id, read.request, read.words))) return c.notFound();
  return c.redirect(`/cases/${id}/experts?saved=1`, 303);
}

const todayOf = (deps: FrontDeps) => todayIn(deps.company.timeZone, deps.now());

async function unlessRecused(c: WebContext, deps: FrontDeps, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'recused') return recusedPage(c, deps);
    throw error;
  }
}

async function expertsPage(c: WebContext, deps: FrontDeps, values: Values, errors: Errors): Promise<Response> {
  const id = caseIdOf(c);
  const messages = c.get('messages');
  const known = await caseExperts(deps, actorOf(c, deps), id);
  const status = Object.keys(errors).length > 0 ? 400 : 200;
  return page(
    c,
    deps,
    { title: messages.experts.of(id), section: 'cases', status, here: `/cases/${id}/experts` },
    <CaseExpertsView
      messages={messages}
      clock={c.get('clock')}
      caseId={id}
      {...known}
      today={todayOf(deps)}
      values={values}
      errors={errors}
      saved={c.req.query('saved') === '1'}
    />,
  );
}

import type { Handler } from 'hono';
import type { Child } from 'hono/jsx';
import { lessonOn } from '../../../actions/index.ts';
import { ACTS, type Act } from '../../../detect/index.ts';
import { lessonsOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { policyPage } from '../policy/frame.tsx';
import { text } from '../shell/form-values.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { type Answered, LessonsView, LessonView, lessonUrl } from './view.tsx';
import { inOrder, WORKED_ANSWERS, type WorkedAnswer, WorkedView } from './worked-view.tsx';

/** All lessons, which of them whoever looks has finished, and the one that is open: it, or the mails to decide on. */
export function showLessons(c: WebContext, deps: FrontDeps): Promise<Response> | Response {
  const asked = c.req.query('act') ?? null;
  if (asked === null) return lessonsPage(c, deps, null);
  const act = actNamed(asked);
  if (act === null) return c.notFound() as Response;
  return c.req.query('mails') === '1' ? workedPage(c, deps, act, null, false) : lessonPage(c, deps, act, null);
}

/** What came of an answer to a lesson. */
export const answeredPage = (c: WebContext, deps: FrontDeps, answered: Answered): Promise<Response> =>
  lessonPage(c, deps, actNamed(c.req.param('act'))!, answered);

/** Two invented mails of an act, decided first and talked about afterwards. Nothing of it is stored. */
export const answerWorked =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const act = actNamed(c.req.param('act'));
    if (act === null) return c.notFound();
    const form = await c.req.parseBody();
    const answers = [0, 1].map((place) => {
      const given = text(form[`answer-${place}`], 10);
      return WORKED_ANSWERS.find((one) => one === given) ?? null;
    });
    return answers.includes(null)
      ? workedPage(c, deps, act, null, true)
      : workedPage(c, deps, act, answers as WorkedAnswer[], false);
  };

const actNamed = (asked: string | undefined): Act | null => ACTS.find((act) => act === asked) ?? null;

function lessonPage(c: WebContext, deps: FrontDeps, act: Act, answered: Answered | null): Promise<Response> {
  const lesson = lessonOn(act, c.get('language'));
  const view = <LessonView messages={c.get('messages')} {...{ act, lesson, answered }} />;
  return lessonsPage(c, deps, { act, view, here: lessonUrl(act), status: answered === 'none' ? 400 : 200 });
}

function workedPage(
  c: WebContext,
  deps: FrontDeps,
  act: Act,
  answers: readonly WorkedAnswer[] | null,
  unanswered: boolean,
): Promise<Response> {
  const mails = inOrder(act, lessonOn(act, c.get('language')).mails);
  const view = <WorkedView messages={c.get('messages')} {...{ act, mails, answers, unanswered }} />;
  return lessonsPage(c, deps, { act, view, here: lessonUrl(act, 'mails'), status: unanswered ? 400 : 200 });
}

interface Opened {
  readonly act: Act;
  readonly view: Child;
  readonly here: string;
  readonly status: 200 | 400;
}

async function lessonsPage(c: WebContext, deps: FrontDeps, opened: Opened | null): Promise<Response> {
  const done = await lessonsOf(deps.db, c.get('person')!.id);
  const view = <LessonsView messages={c.get('messages')} clock={c.get('clock')} done={done} opened={opened} />;
  return policyPage(c, deps, 'lessons', view, opened === null ? {} : { here: opened.here, status: opened.status });
}

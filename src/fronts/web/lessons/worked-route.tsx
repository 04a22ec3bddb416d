import type { Handler } from 'hono';
import { ACTS, type Act } from '../../../detect/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { text } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { lessonOn } from './lessons.ts';
import { WORKED_ANSWERS, type WorkedAnswer, WorkedView } from './worked-view.tsx';

/** Two invented mails of an act, to be decided first and talked about afterwards. Nothing of it is stored. */
export const showWorked =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const act = actOf(c);
    return act === null ? c.notFound() : workedPage(c, deps, act, null, false);
  };

export const answerWorked =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const act = actOf(c);
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

const actOf = (c: WebContext): Act | null => ACTS.find((act) => act === c.req.param('act')) ?? null;

function workedPage(
  c: WebContext,
  deps: FrontDeps,
  act: Act,
  answers: readonly WorkedAnswer[] | null,
  unanswered: boolean,
) {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.worked.title,
      section: 'policy',
      here: `/lessons/${act}/mails`,
      status: unanswered ? 400 : 200,
    },
    <WorkedView
      messages={messages}
      act={act}
      mails={inOrder(act, lessonOn(act, c.get('language')).mails)}
      answers={answers}
      unanswered={unanswered}
    />,
  );
}

/** Every other act begins with the one that is to be approved, so that the place tells nothing. */
const inOrder = <T,>(act: Act, [first, second]: readonly [T, T]): readonly [T, T] =>
  ACTS.indexOf(act) % 3 === 1 ? [second, first] : [first, second];

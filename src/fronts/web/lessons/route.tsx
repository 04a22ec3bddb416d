import type { Handler } from 'hono';
import { finishLesson } from '../../../actions/index.ts';
import { ACTS, type Act } from '../../../detect/index.ts';
import { lessonsOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { lessonOn } from './lessons.ts';
import { type Answered, LessonsView, LessonView } from './view.tsx';

/** All lessons, and which of them whoever looks has finished. */
export const showLessons =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    return page(
      c,
      deps,
      { title: messages.lessons.title, section: 'policy', here: '/lessons' },
      <LessonsView messages={messages} clock={c.get('clock')} done={await lessonsOf(deps.db, c.get('person')!.id)} />,
    );
  };

export const showLesson =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const act = actOf(c);
    return act === null ? c.notFound() : lessonPage(c, deps, act, null);
  };

/** Looks at an answer. Only a right one is noted, as a lesson that was finished. */
export const answerLesson =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const act = actOf(c);
    if (act === null) return c.notFound();
    const answer = text((await c.req.parseBody()).answer, 1);
    if (answer !== '0' && answer !== '1') return lessonPage(c, deps, act, 'none');
    if (Number(answer) !== lessonOn(act, c.get('language')).check.which) return lessonPage(c, deps, act, 'wrong');
    await finishLesson(deps, actorOf(c, deps), act);
    return lessonPage(c, deps, act, 'right');
  };

const actOf = (c: WebContext): Act | null => ACTS.find((act) => act === c.req.param('act')) ?? null;

function lessonPage(c: WebContext, deps: FrontDeps, act: Act, answered: Answered | null) {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.acts[act],
      section: 'policy',
      here: `/lessons/${act}`,
      status: answered === 'none' ? 400 : 200,
    },
    <LessonView messages={messages} act={act} lesson={lessonOn(act, c.get('language'))} answered={answered} />,
  );
}

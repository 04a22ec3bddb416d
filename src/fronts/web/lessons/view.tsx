import type { Child } from 'hono/jsx';
import type { Lesson } from '../../../actions/index.ts';
import { ACTS, type Act } from '../../../detect/index.ts';
import type { Clock } from '../shell/clock.ts';
import type { Messages } from '../shell/messages.ts';

/** What came of an answer; `none`: nothing was chosen. */
export type Answered = 'right' | 'wrong' | 'none';

/** Where a lesson opens, or the mails to decide on that belong to it. */
export const lessonUrl = (act: Act, part: 'lesson' | 'mails' = 'lesson'): string =>
  `/policy?${new URLSearchParams({ tab: 'lessons', act, ...(part === 'mails' ? { mails: '1' } : {}) })}#lesson`;

interface LessonsProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly done: ReadonlyMap<Act, Date>; // by whoever looks
  readonly opened: { readonly act: Act; readonly view: Child } | null;
}

/** Every lesson in a line; the one that is open stands below its own. */
export function LessonsView({ messages, clock, done, opened }: LessonsProps) {
  const say = messages.lessons;
  return (
    <>
      <p>{say.lead}</p>
      <p class="muted">{say.private}</p>
      <p>
        <strong>{say.progress(done.size, ACTS.length)}</strong>
      </p>
      <section class="card" aria-label={say.title}>
        <ul class="plain own-reports">
          {ACTS.map((act) => (
            <li id={act === opened?.act ? 'lesson' : undefined}>
              <a href={lessonUrl(act)} aria-current={act === opened?.act ? 'true' : undefined}>
                {messages.acts[act]}
              </a>{' '}
              {done.has(act) && <span class="muted small">{say.done(clock.day(done.get(act)!))}</span>}
              {act === opened?.act && <div class="roomy">{opened.view}</div>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface LessonProps {
  readonly messages: Messages;
  readonly act: Act;
  readonly lesson: Lesson;
  readonly answered: Answered | null;
}

const PARTS = ['what', 'counts', 'fine', 'why', 'act'] as const;

export function LessonView({ messages, act, lesson, answered }: LessonProps) {
  const say = messages.lessons;
  const next = ACTS[(ACTS.indexOf(act) + 1) % ACTS.length]!;
  return (
    <>
      <section class="prose" aria-label={messages.acts[act]}>
        {PARTS.map((part) => (
          <>
            <h2>{say[part]}</h2>
            <p>{lesson[part]}</p>
          </>
        ))}
        <p>
          <a href={lessonUrl(act, 'mails')}>{say.worked}</a>
        </p>
      </section>
      <form method="post" action={`/lessons/${act}#lesson`} id="check">
        <Outcome messages={messages} lesson={lesson} answered={answered} />
        <fieldset>
          <legend>{say.check}</legend>
          <div class="options">
            {lesson.check.sentences.map((sentence, index) => (
              <label class="option">
                <input type="radio" name="answer" value={index} />
                <span>{sentence}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="buttons">
          <button type="submit" class="button primary">
            {say.answer}
          </button>
          <a class="button" href={lessonUrl(next)}>
            {say.next}
          </a>
        </div>
      </form>
    </>
  );
}

function Outcome({
  messages: { lessons: say },
  lesson,
  answered,
}: Pick<LessonProps, 'messages' | 'lesson' | 'answered'>) {
  switch (answered) {
    case null:
      return null;
    case 'none':
      return (
        <p class="alert" role="alert">
          {say.choose}
        </p>
      );
    case 'right':
    case 'wrong':
      return (
        <p class="after-bar" role="status">
          {say[answered]} {lesson.check.because}
        </p>
      );
  }
}

import type { WorkedMail } from '../../../actions/index.ts';
import { ACTS, type Act } from '../../../detect/index.ts';
import { NotDone } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import { lessonUrl } from './view.tsx';

/** What a reviewer would do with a mail. */
export const WORKED_ANSWERS = ['approve', 'dismiss', 'unsure'] as const;
export type WorkedAnswer = (typeof WORKED_ANSWERS)[number];

interface WorkedProps {
  readonly messages: Messages;
  readonly act: Act;
  readonly mails: readonly [WorkedMail, WorkedMail];
  readonly answers: readonly WorkedAnswer[] | null; // null: the mails wait for a decision
  readonly unanswered: boolean; // the form came back without a decision on each
}

/** First the decision, then what speaks for it. */
export function WorkedView({ messages, act, mails, answers, unanswered }: WorkedProps) {
  const say = messages.worked;
  const next = ACTS[(ACTS.indexOf(act) + 1) % ACTS.length]!;
  return (
    <section class="prose" aria-label={say.titleOf(messages.acts[act])}>
      <h2>{say.title}</h2>
      <p>{say.lead}</p>
      <p class="muted">{say.nothingKept}</p>
      <NotDone of={unanswered && say.choose} />
      <form method="post" action={`/lessons/${act}/mails#lesson`}>
        {mails.map((one, place) => (
          <section aria-labelledby={`worked-${place}`}>
            <h3 id={`worked-${place}`}>{say.mail(place + 1)}</h3>
            <blockquote>{one.mail}</blockquote>
            {answers === null ? (
              <Choice messages={messages} place={place} />
            ) : (
              <Reasoning messages={messages} mail={one} answer={answers[place]!} />
            )}
          </section>
        ))}
        <div class="buttons">
          {answers === null ? (
            <button type="submit" class="button primary">
              {say.compare}
            </button>
          ) : (
            <a class="button primary" href={lessonUrl(next, 'mails')}>
              {say.next}
            </a>
          )}
        </div>
      </form>
    </section>
  );
}

/** Every other act begins with the one that is to be approved, so that the place tells nothing. */
export const inOrder = <T,>(act: Act, [first, second]: readonly [T, T]): readonly [T, T] =>
  ACTS.indexOf(act) % 3 === 1 ? [second, first] : [first, second];

function Choice({ messages: { worked: say }, place }: Pick<WorkedProps, 'messages'> & { readonly place: number }) {
  return (
    <fieldset>
      <legend>{say.question}</legend>
      <div class="options">
        {WORKED_ANSWERS.map((answer) => (
          <label class="option">
            <input type="radio" name={`answer-${place}`} value={answer} />
            <span>{say.answers[answer]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Reasoning({
  messages: { worked: say },
  mail,
  answer,
}: Pick<WorkedProps, 'messages'> & { readonly mail: WorkedMail; readonly answer: WorkedAnswer }) {
  return (
    <>
      <p>
        {say.yours(say.answers[answer])} <strong>{say.ours(say.answers[mail.decide])}</strong>
      </p>
      <p>{mail.why}</p>
      {answer !== mail.decide && <p class="muted">{answer === 'unsure' ? say.unsure : say.differs}</p>}
    </>
  );
}

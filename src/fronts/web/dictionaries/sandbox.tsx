import { TextView } from '../cases/evidence.tsx';
import { Reasons } from '../cases/reasons.tsx';
import { BandLabel } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import { MOST_PASTED, type Pasted } from './sandbox-form.ts';
import type { JudgedView } from './sandbox-view-model.ts';

interface TryProps {
  readonly messages: Messages;
  readonly pasted: Pasted;
  readonly judged: JudgedView | null;
}

/** A box for a text, and below it what the dictionaries and the classifier make of it. */
export function TryView(props: TryProps) {
  const { messages, judged } = props;
  const say = messages.tryOut;
  return (
    <>
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      {judged !== null && <Judged messages={messages} judged={judged} />}
      <PasteForm {...props} action="/dictionaries/try" />
    </>
  );
}

interface PasteFormProps extends Pick<TryProps, 'messages' | 'pasted'> {
  readonly action: string; // path that judges it
}

/** Subject and body of a text that is to be judged. */
export function PasteForm({ messages, pasted: { text, errors }, action }: PasteFormProps) {
  const say = messages.tryOut;
  const wrong = (field: string) => (errors[field] === undefined ? undefined : `${field}-error`);
  return (
    <form class="card past" method="post" action={action}>
      <div class="field">
        <label for="subject">{say.subject}</label>
        <ErrorLine field="subject" errors={errors} />
        <input
          id="subject"
          name="subject"
          value={text.subject}
          autocomplete="off"
          aria-describedby={wrong('subject')}
          aria-invalid={wrong('subject') !== undefined}
        />
      </div>
      <div class="field">
        <label for="body">{say.body}</label>
        <p class="hint" id="body-hint">
          {say.bodyHint(MOST_PASTED)}
        </p>
        <ErrorLine field="body" errors={errors} />
        <textarea
          id="body"
          name="body"
          rows={10}
          aria-describedby={['body-hint', wrong('body')].filter(Boolean).join(' ')}
          aria-invalid={wrong('body') !== undefined}
        >
          {`\n${text.body}`}
        </textarea>
      </div>
      <div class="buttons">
        <button type="submit" class="button primary">
          {say.submit}
        </button>
      </div>
    </form>
  );
}

function ErrorLine({ field, errors }: { readonly field: string; readonly errors: Pasted['errors'] }) {
  if (errors[field] === undefined) return null;
  return (
    <p class="error" id={`${field}-error`} role="alert">
      {errors[field]}
    </p>
  );
}

/** What was made of a text. */
export function Judged({ messages, judged }: { readonly messages: Messages; readonly judged: JudgedView }) {
  const { assessment, subject, mail } = judged;
  const say = messages.tryOut;
  return (
    <article class="card mail" aria-labelledby="judged">
      <h2 id="judged">{say.result}</h2>
      <div class="summary-grid">
        <dl class="facts">
          <dt>{say.band}</dt>
          <dd>
            <BandLabel messages={messages} band={assessment.band} />
          </dd>
          <dt>{say.probability}</dt>
          <dd>{say.percent(assessment.probability)}</dd>
          <dt>{messages.case.acts}</dt>
          <dd>
            {assessment.acts.length === 0 ? (
              <span class="muted">{messages.case.noActs}</span>
            ) : (
              <ul class="acts" aria-label={messages.actsNote}>
                {assessment.acts.map(({ act }) => (
                  <li>{messages.acts[act]}</li>
                ))}
              </ul>
            )}
          </dd>
        </dl>
      </div>
      <div class="mail-body with-reasons">
        <div class="mail-text">
          {subject !== null && (
            <section aria-label={say.subjectPart}>
              <h3 class="part-title">{say.subjectPart}</h3>
              <TextView messages={messages} mail={0} reasons={mail.reasons} view={subject} />
            </section>
          )}
          {mail.parts.map((part) => (
            <section aria-label={messages.case.text}>
              <h3 class="part-title">{messages.case.text}</h3>
              <TextView messages={messages} mail={0} reasons={mail.reasons} view={part.view} />
            </section>
          ))}
        </div>
        <Reasons messages={messages} view={mail} mail={0} />
      </div>
    </article>
  );
}

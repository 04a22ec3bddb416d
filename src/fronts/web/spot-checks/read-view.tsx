import type { ShownSpot } from '../../../actions/index.ts';
import { type CaseId, SPOT_ANSWERS } from '../../../cases/index.ts';
import { partView } from '../../shared/index.ts';
import { TextView } from '../cases/evidence.tsx';
import type { Clock } from '../shell/clock.ts';
import { NotDone, Stranger } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';

/** What came of the request before. */
export const SAID = ['done', 'gone', 'rest', 'none'] as const;
export type Said = (typeof SAID)[number];

interface StartProps {
  readonly messages: Messages;
  readonly read: number; // today
  readonly most: number; // a day
  readonly said: Said | null;
  readonly opened: CaseId | null; // case that the answer opened
}

export function ReadStart({ messages, read, most, said, opened }: StartProps) {
  const say = messages.spotReading;
  return (
    <div class="narrow">
      <h1>{say.title}</h1>
      {said !== null && (
        <p class="after-bar" role="status">
          {say[said]} {said === 'done' && opened !== null && <a href={`/cases/${opened}`}>{say.opened(opened)}</a>}
        </p>
      )}
      <section class="card">
        <p>{say.lead}</p>
        <p>{say.privacy}</p>
        <p class="muted">{say.budget(read, most)}</p>
        <form method="post" action="/missed/read" class="after">
          <button type="submit" class="button primary" data-key="n">
            {say.next}
          </button>
        </form>
      </section>
    </div>
  );
}

interface ReadProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly spot: ShownSpot;
  readonly unanswered: boolean; // the form came back without an answer
}

/** A mail and three answers: nothing tells what the screening made of it, nor who wrote it. */
export function ReadView({ messages, clock, spot, unanswered }: ReadProps) {
  const say = messages.spotReading;
  const { id, receivedAt, message } = spot;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/missed/read">← {say.title}</a>
      </p>
      <article class="card mail" aria-labelledby="spot">
        <h1 id="spot">
          <Stranger text={message.subject} otherwise={messages.queue.noSubject} />
        </h1>
        <p class="muted small">
          {say.received} <time datetime={receivedAt.toISOString()}>{clock.day(receivedAt)}</time> · {say.noSender}
        </p>
        {message.parts
          .filter((part) => part.id !== 'subject')
          .map((part) => (
            <TextView
              messages={messages}
              mail={0}
              reasons={[]}
              view={partView(part, message.segments.get(part.id) ?? [], [], [])}
            />
          ))}
        {(message.left ?? 0) > 0 && <p class="notice">{messages.case.cut(message.left!)}</p>}
        {message.attachments.length > 0 && <p class="muted small">{say.attachments(message.attachments.length)}</p>}
      </article>
      <form class="card" method="post" action={`/missed/read/${id}`}>
        <NotDone of={unanswered && say.choose} />
        <fieldset>
          <legend>{say.question}</legend>
          <div class="options">
            {SPOT_ANSWERS.map((answer) => (
              <label class="option">
                <input type="radio" name="answer" value={answer} />
                <span>{say.answers[answer]}</span>
              </label>
            ))}
          </div>
          <p class="hint">{say.caseHint}</p>
        </fieldset>
        <div class="buttons">
          <button type="submit" class="button primary">
            {say.save}
          </button>
        </div>
      </form>
    </div>
  );
}

import { SENDING_WAYS } from '../../../response/index.ts';
import { LongText, Radio } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inert, inertLine } from '../shell/inert.ts';
import { MOST } from './form.ts';
import type { LetterProps } from './letter-props.ts';

/** When and how a letter went out, and what came back: in people's words. */
export function Records(props: LetterProps) {
  const { letter } = props;
  return (
    <>
      <Sending {...props} />
      {letter.sent !== null && <Reply {...props} />}
      {letter.sent !== null && <Objecting {...props} />}
    </>
  );
}

const said = (values: Values, what: string): Values => (first(values, 'do') === what ? values : {});

function Sending({ messages: { letters: say }, clock, today, letter, values, cover }: LetterProps) {
  const { sent } = letter;
  const shown = said(values, 'sent');
  return (
    <section class="card" id="sending" aria-labelledby="sending-title">
      <h2 id="sending-title">{say.sending}</h2>
      {sent !== null ? (
        <>
          <p>
            <time datetime={sent.day}>{sent.day}</time> · {say.ways[sent.way]}{' '}
            <span class="muted small">{say.recordedBy(inertLine(sent.by, 60), clock.date(sent.at))}</span>
          </p>
          {sent.note !== '' && <p class="lines">{inert(cover(sent.note))}</p>}
        </>
      ) : (
        <form method="post" action={`/cases/${letter.caseId}/letters/${letter.id}/sent`}>
          <p class="hint">{say.sendingLead}</p>
          <input type="hidden" name="do" value="sent" />
          <DayInput id="sent-day" label={say.day} most={today} value={first(shown, 'day')} />
          <fieldset>
            <legend>{say.way}</legend>
            <div class="options">
              {SENDING_WAYS.map((way) => (
                <Radio values={shown} name="way" value={way} label={say.ways[way]} />
              ))}
            </div>
          </fieldset>
          <LongText
            id="sent-note"
            name="note"
            label={say.note}
            hint={say.noteHint}
            values={shown}
            rows={2}
            most={MOST.note}
          />
          <button type="submit" class="button">
            {say.noteSent}
          </button>
        </form>
      )}
    </section>
  );
}

function Reply({ messages: { letters: say }, clock, today, letter, values, cover }: LetterProps) {
  const { reply } = letter;
  const shown = said(values, 'reply');
  return (
    <section class="card" id="reply" aria-labelledby="reply-title">
      <h2 id="reply-title">{say.reply}</h2>
      {reply !== null && (
        <>
          <p>
            <time datetime={reply.day}>{reply.day}</time>{' '}
            <span class="muted small">{say.recordedBy(inertLine(reply.by, 60), clock.date(reply.at))}</span>
          </p>
          <p class="lines">{inert(cover(reply.note))}</p>
        </>
      )}
      <form method="post" action={`/cases/${letter.caseId}/letters/${letter.id}/reply`}>
        {reply !== null && <p class="hint">{say.replyAnew}</p>}
        <input type="hidden" name="do" value="reply" />
        <DayInput id="reply-day" label={say.day} most={today} value={first(shown, 'day')} />
        <LongText
          id="reply-note"
          name="note"
          label={say.replyNote}
          hint={say.replyHint}
          values={shown}
          rows={3}
          most={MOST.note}
        />
        <button type="submit" class="button">
          {say.noteReply}
        </button>
      </form>
    </section>
  );
}

const Objecting = ({ messages: { objections: say }, letter: { caseId, id } }: LetterProps) => (
  <p>
    <a href={`/objections?add=1&case=${caseId}&against=letter-${id}#add`}>{say.record}</a>
  </p>
);

interface DayProps {
  readonly id: string;
  readonly label: string;
  readonly most: string;
  readonly value: string;
}

const DayInput = ({ id, label, most, value }: DayProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input type="date" id={id} name="day" max={most} value={value} required />
  </div>
);

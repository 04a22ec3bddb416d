import { noteLetterReply, noteLetterSent } from '../../../actions/index.ts';
import { objectingUrl } from '../objections/urls.ts';
import { ActForm } from '../shell/acts/form.tsx';
import { inert, inertLine } from '../shell/inert.ts';
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

const at = ({ caseId, id }: LetterProps['letter']) => ({ id: caseId, letter: id });

function Sending(props: LetterProps) {
  const { messages, clock, letter, cover } = props;
  const say = messages.letters;
  const { sent } = letter;
  return (
    <section class="card" id="sending" aria-labelledby="sending-title">
      <h2 id="sending-title">{say.sending}</h2>
      {sent !== null ? (
        <>
          <p>
            <time datetime={sent.day}>{sent.day}</time> · {say.sent.fields.way.options[sent.way]}{' '}
            <span class="muted small">{say.recordedBy(inertLine(sent.by, 60), clock.date(sent.at))}</span>
          </p>
          {sent.note !== '' && <p class="lines">{inert(cover(sent.note))}</p>}
        </>
      ) : (
        <>
          <p class="hint">{say.sendingLead}</p>
          <ActForm {...props} act={noteLetterSent} say={say.sent} at={at(letter)} within="sent" />
        </>
      )}
    </section>
  );
}

function Reply(props: LetterProps) {
  const { messages, clock, letter, cover } = props;
  const say = messages.letters;
  const { reply } = letter;
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
      {reply !== null && <p class="hint">{say.replyAnew}</p>}
      <ActForm {...props} act={noteLetterReply} say={say.replied} at={at(letter)} within="reply" />
    </section>
  );
}

const Objecting = ({ messages: { objections: say }, letter: { caseId, id } }: LetterProps) => (
  <p>
    <a href={objectingUrl(caseId, `letter-${id}`)}>{say.record}</a>
  </p>
);

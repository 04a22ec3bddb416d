import type { MailView, ReasonView, ShownMail } from '../../shared/index.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { markId, reasonId, strengthOf } from './evidence.tsx';
import { Ladder } from './ladder.tsx';

interface ReasonsProps {
  readonly messages: Messages;
  readonly view: MailView<ShownMail>;
  readonly mail: number; // position in the case
  readonly folded?: boolean; // one line until someone asks
}

/** Why the mail was flagged: one item per match, linked with its place in the text. */
export function Reasons({ messages, view, mail, folded = false }: ReasonsProps) {
  const say = messages.case;
  const counted = view.reasons.filter(({ number }) => number !== null).length;
  const label = { id: `mail-${mail}-reasons` };
  if (!folded)
    return (
      <aside class="reasons" aria-labelledby={label.id}>
        <h3 {...label}>{say.reasons}</h3>
        <List messages={messages} view={view} mail={mail} />
      </aside>
    );
  return (
    <details class="fold reasons-fold">
      <summary {...label}>
        {say.reasons} <span class="count">{counted}</span>
      </summary>
      <List messages={messages} view={view} mail={mail} />
    </details>
  );
}

function List({ messages, view, mail }: ReasonsProps) {
  const say = messages.case;
  const counted = view.reasons.filter(({ number }) => number !== null);
  const context = view.reasons.filter(({ number }) => number === null);
  return (
    <>
      <Ladder messages={messages} steps={view.steps} mail={mail} />
      {counted.length === 0 ? <p class="muted">{say.noReasons}</p> : <p class="muted small">{say.reasonsNote}</p>}
      <ol class="reason-list">
        {counted.map((reason) => (
          <Reason messages={messages} mail={mail} reason={reason} />
        ))}
      </ol>
      {view.remarks.length > 0 && (
        <ul class="remarks">
          {view.remarks.map((remark) => (
            <li>{inert(remark)}</li>
          ))}
        </ul>
      )}
      {context.length > 0 && (
        <details class="context-list">
          <summary>
            {say.context} <span class="count">{context.length}</span>
          </summary>
          <p class="muted small">{say.contextNote}</p>
          <ul>
            {context.map((reason) => (
              <li id={reasonId(mail, reason.index)}>
                <a href={`#${markId(mail, reason.index)}`}>
                  <bdi>{inertLine(reason.words, 120)}</bdi>
                </a>{' '}
                <code>{reason.match.entry}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Reason({ messages, mail, reason }: Pick<ReasonsProps, 'messages' | 'mail'> & { readonly reason: ReasonView }) {
  const { index, number, match, sentence } = reason;
  return (
    <li id={reasonId(mail, index)} class={strengthOf(reason)}>
      <p class="reason-head">
        <span class="number" aria-hidden="true">
          {number}
        </span>
        <a class="reason-words" href={`#${markId(mail, index)}`} title={messages.case.inText}>
          <bdi>{inertLine(reason.words, 120)}</bdi>
        </a>
        {match.strength !== null && <span class={`strength ${match.strength}`}>{strengthWords(match, messages)}</span>}
      </p>
      {match.act !== null && <p class="reason-act">{messages.acts[match.act]}</p>}
      {sentence !== null && <p class="reason-sentence">{inert(sentence)}</p>}
    </li>
  );
}

/** 強・至急: what it would cause alone, and what its entry asks for. */
const strengthWords = ({ strength, atLeast }: ReasonView['match'], { case: say, bands }: Messages): string =>
  [say.strengths[strength!], ...(atLeast === null ? [] : [bands[atLeast]])].join('・');

import type { Address } from '../../../mail/index.ts';
import { HANDED_IN } from '../../../store/index.ts';
import type { MailView, Masking } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Stranger } from '../shell/components.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import { failureSentence, type Messages } from '../shell/messages.ts';
import { Legend, SubjectLine, TextView } from './evidence.tsx';
import { Reasons } from './reasons.tsx';

interface MailViewProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly masking: Masking;
  readonly view: MailView;
  readonly titled: boolean; // its subject stands over the page
  readonly of: number; // mails in the case
  readonly caseId: string;
}

/** One mail: its text with evidence first, then the reasons, who and when, and what else came with it, folded. */
export function MailArticle(props: MailViewProps) {
  const { messages, clock, view, of } = props;
  const { item, message, place: mail } = view;
  const say = messages.case;
  const title = item.withNote ? say.noteFiles : item.incidentOf !== null ? say.incident : say.mailOf(mail + 1, of);
  return (
    <article class="card mail" aria-labelledby={`mail-${mail}`}>
      <header class="mail-head">
        <h2 id={`mail-${mail}`}>{title}</h2>
        <time class="muted" datetime={item.receivedAt.toISOString()}>
          {clock.date(item.receivedAt)}
        </time>
        <Legend messages={messages} reasons={view.reasons} />
      </header>
      <Notices {...props} />
      {!props.titled && view.subject !== null && (
        <p class="mail-subject">
          <SubjectLine
            messages={messages}
            mail={mail}
            reasons={view.reasons}
            view={view.subject}
            otherwise={messages.queue.noSubject}
          />
        </p>
      )}
      {view.parts.map((part) => (
        <section aria-label={`${title} ${labelOf(messages, part)}`}>
          {part.id !== 'body' && <h3 class="part-title">{labelOf(messages, part)}</h3>}
          <TextView messages={messages} mail={mail} reasons={view.reasons} view={part.view} />
        </section>
      ))}
      {(message?.left ?? 0) > 0 && <p class="notice">{say.cut(message!.left!)}</p>}
      {message !== null && view.parts.length === 0 && !message.left && <p class="muted">{say.noText}</p>}
      <Attachments {...props} />
      {item.assessment !== null && <Reasons messages={messages} view={view} mail={mail} folded />}
      <Headers {...props} />
      {view.rawHead !== null && (
        <details class="fold">
          <summary>{say.raw}</summary>
          <pre>{inert(view.rawHead)}</pre>
        </details>
      )}
    </article>
  );
}

const named = (address: Address | null): string =>
  address === null ? '' : address.name === '' ? address.address : `${address.name} <${address.address}>`;

function labelOf({ case: say }: Messages, { id, file }: MailView['parts'][number]): string {
  if (id === 'body') return say.text;
  if (id === 'hidden') return say.hidden;
  return id === 'html' ? say.html : say.attached(inertLine(file ?? id));
}

function Addresses({
  label,
  list,
  masking,
}: {
  readonly label: string;
  readonly list: readonly Address[];
  readonly masking: Masking;
}) {
  if (list.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <bdi>{inertLine(masking.cover(list.map(named).join(', ')), 1000)}</bdi>
      </dd>
    </>
  );
}

/** What the reviewer must know about how the mail was read. */
function Notices({ messages, clock, view }: MailViewProps) {
  const { item, message } = view;
  const say = messages.case;
  const notices = [
    ...(item.withNote ? [say.noteFilesNote] : item.incidentOf === null ? [] : [say.incidentNote]),
    ...(!item.kept ? [say.gone] : message === null ? [say.unread] : []),
    ...(message !== null && item.assessment === null && item.failure === null ? [say.waits] : []),
    ...(item.failure === null ? [] : [`${say.failure}: ${failureSentence(messages, item.failure)}`]),
    ...(item.watchedSince === null ? [] : [messages.watch.notice(clock.day(item.watchedSince))]),
    ...(item.deliveries > 1 ? [say.deliveries(item.deliveries)] : []),
    ...item.warnings.map((warning) => say.warnings[warning]),
  ];
  if (notices.length === 0) return null;
  return (
    <ul class="notices">
      {notices.map((notice) => (
        <li>{notice}</li>
      ))}
    </ul>
  );
}

function Attachments({ messages, masking, view: { item, message }, caseId }: MailViewProps) {
  const say = messages.case;
  if (message === null || message.attachments.length === 0) return null;
  return (
    <section class="attachments">
      <h3>{say.attachments}</h3>
      <p class="muted small">{say.attachmentsNote}</p>
      <ul>
        {message.attachments.map(({ filename, contentType, size, sha256 }, index) => (
          <li>
            <bdi class="file">{inertLine(masking.cover(filename))}</bdi>{' '}
            <span class="muted">
              {inertLine(contentType, 100)} · {size.toLocaleString(messages.language.code)} {say.bytes}
            </span>
            <code class="hash">sha256 {sha256}</code>
            <a href={`/cases/${caseId}/mails/${item.mailId}/files/${index}`}>{messages.file.open}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_HEADERS = 200;

/** From whom to whom, where it arrived, every header, and the mail as it came. */
function Headers({ messages, masking, view, caseId }: MailViewProps) {
  const { item, message } = view;
  const say = messages.case;
  return (
    <details class="fold">
      <summary>{say.envelope}</summary>
      <dl class="facts mail-facts">
        {message !== null && (
          <>
            <dt>{say.from}</dt>
            <dd>
              <Stranger text={masking.cover(named(message.from))} otherwise={messages.queue.noSender} />
            </dd>
            <Addresses label={say.to} list={message.to} masking={masking} />
            <Addresses label={say.cc} list={message.cc} masking={masking} />
          </>
        )}
        <dt>{say.source}</dt>
        <dd>
          {item.source !== HANDED_IN
            ? inertLine(item.source, 60)
            : item.withNote
              ? say.noteFiles
              : item.incidentOf !== null
                ? say.incident
                : say.handedIn}
        </dd>
      </dl>
      {item.kept && (
        <p class="original small">
          <a href={`/cases/${caseId}/mails/${item.mailId}`}>{messages.file.original}</a>{' '}
          <span class="muted">{messages.file.originalNote}</span>
        </p>
      )}
      <dl class="headers">
        {(message?.headers ?? []).slice(0, MOST_HEADERS).map(({ name, value }) => (
          <>
            <dt>{inertLine(name, 100)}</dt>
            <dd>
              <bdi>{inertLine(masking.cover(value), 2000)}</bdi>
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}

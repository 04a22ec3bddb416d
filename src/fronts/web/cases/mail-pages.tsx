import type { CaseDetail } from '../../../cases/index.ts';
import type { Messages } from '../shell/messages.ts';

interface MailPagesProps {
  readonly messages: Messages;
  readonly detail: CaseDetail;
  readonly revealed: boolean;
}

/** The way to the mails of a long thread that are not on this page; nothing when all are. */
export function MailPages({ messages, detail: { id, mails, items, first, strongest }, revealed }: MailPagesProps) {
  const say = messages.case;
  const after = mails - first - items.length;
  if (first === 0 && after <= 0) return null;
  const to = (place: number) =>
    `/cases/${id}?${new URLSearchParams({ mail: String(place + 1), ...(revealed ? { reveal: '1' } : {}) })}`;
  const elsewhere = strongest !== null && (strongest < first || strongest >= first + items.length);
  return (
    <nav class="mail-pages" aria-label={say.mailPages}>
      {first > 0 && <a href={to(first - 1)}>{say.earlierMails(first)}</a>}
      <span class="muted">{say.mailsShown(first + 1, first + items.length, mails)}</span>
      {after > 0 && <a href={to(first + items.length)}>{say.laterMails(after)}</a>}
      {elsewhere && <a href={`${to(strongest)}#mail-${strongest}`}>{say.strongestMail(strongest + 1)}</a>}
    </nav>
  );
}

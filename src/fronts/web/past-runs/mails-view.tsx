import type { PastRow } from '../../../cases/index.ts';
import { inertLine } from '../shell/inert.ts';
import { Listed } from './listed.tsx';
import type { RunProps } from './props.ts';
import { VerdictCells } from './verdict-cells.tsx';

/** Where the mails lie that a run tells of, without a word of them; each can be opened by whoever may see cases. */
export function MailsView(props: RunProps) {
  const { messages, run, mails, more } = props;
  const say = messages.pastRuns;
  return (
    <Listed
      messages={messages}
      title={run.kind === 'trial' ? say.mailsFound : say.mailsChanged}
      closed={say.mailsClosed}
      lead={say.mailsLead}
      heads={[say.when, say.where, say.judgement, say.entry, '']}
      rows={mails}
      row={(mail) => <Mail {...props} mail={mail} />}
      next={more ? `/past/${run.id}?after=${mails?.at(-1)?.n}` : null}
    />
  );
}

function Mail(props: RunProps & { readonly mail: PastRow }) {
  const { messages, clock, run, mail } = props;
  const say = messages.pastRuns;
  const { n, at, source, folder, uid, verdicts } = mail;
  return (
    <tr>
      <td>
        <time datetime={at.toISOString()}>{clock.date(at)}</time>
      </td>
      <td>
        {inertLine(`${source}/${folder}`, 120)} <span class="muted">{say.uid(String(uid))}</span>
      </td>
      <VerdictCells {...props} verdicts={verdicts} />
      <td>
        <a href={`/past/${run.id}?mail=${n}#mail`} aria-label={say.openLong(String(n + 1))} data-step>
          {say.open}
        </a>
      </td>
    </tr>
  );
}

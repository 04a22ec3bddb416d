import type { PastRow } from '../../../cases/index.ts';
import { BandLabel, points } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import { EntryName } from './entry-name.tsx';
import { Listed } from './listed.tsx';
import type { RunProps } from './props.ts';

const SHOWN_ENTRIES = 3;

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
  const last = verdicts.at(-1)!;
  return (
    <tr>
      <td>
        <time datetime={at.toISOString()}>{clock.date(at)}</time>
      </td>
      <td>
        {inertLine(`${source}/${folder}`, 120)} <span class="muted">{say.uid(String(uid))}</span>
      </td>
      <td>
        {verdicts.map(({ band, score }, index) => (
          <>
            {index > 0 && ' → '}
            <BandLabel messages={messages} band={band} /> {messages.case.points(points(score))}
          </>
        ))}
      </td>
      <td>
        {last.top.slice(0, SHOWN_ENTRIES).map((entry) => (
          <>
            <EntryName {...props} entry={entry} />{' '}
          </>
        ))}
      </td>
      <td>
        <a href={`/past/${run.id}/mails/${n}`} aria-label={say.openLong(String(n + 1))} data-step>
          {say.open}
        </a>
      </td>
    </tr>
  );
}

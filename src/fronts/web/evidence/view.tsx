import { packEvidence } from '../../../actions/index.ts';
import {
  CONTENTS,
  type Day,
  isShared,
  type PackFile,
  type Purpose,
  parseRedactions,
  REDACTIONS,
  type Recipient,
} from '../../../response/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import { Columns, NotDone } from '../shell/components.tsx';
import { first } from '../shell/form-values.ts';
import { inert, named } from '../shell/inert.ts';
import { type EvidenceProps, Made } from './choose.tsx';

interface PackProps extends EvidenceProps {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly files: readonly PackFile[];
  readonly left: string | null; // of whom the mails name: who does not stand among the words to cover
  readonly covered: string; // as it is proposed
  readonly today: Day;
  readonly tried: Tried | null;
}

/** What one recipient would be given for one purpose, before it is made. */
export function PackView(props: PackProps) {
  const { messages, id, recipient, purpose, left, state, error, wrong, today, tried } = props;
  const say = messages.evidence;
  const unread = parseRedactions(first(tried?.values ?? {}, 'redactions')).left;
  const { action, settled, field } = formOf({
    act: packEvidence,
    say: {
      do: say.make,
      fields: {
        redactions: { label: say.redact, hint: say.redactHint, wrong: say.redactLeft(REDACTIONS, named(unread)) },
        namesConfirmed: { label: say.namesConfirm },
        consent: { label: say.consent },
      },
    },
    ...{ messages, today, tried, usual: { redactions: props.covered } },
    at: { id, recipient, purpose, ...(state.open.length > 0 && { danger: '1' }) },
  });
  return (
    <section aria-labelledby="evidence">
      <p class="crumbs">
        <a href={`${caseTabUrl(id, 'papers')}#evidence`}>← {say.choose}</a>
      </p>
      <h2 id="evidence">{say.preparing(say.recipients[recipient], say.purposes[purpose])}</h2>
      <NotDone of={error !== null && `${wrong} ${error}`} />
      <Files {...props} />
      {recipient === 'company' && <Copies {...props} />}
      <form method="post" action={action} class="card">
        {settled}
        {state.open.length > 0 && <p class="alert">{say.inDangerLead(state.open.length)}</p>}
        {isShared(recipient, 'redacted', true) && (
          <>
            {left !== null && <p class="alert">{say.namesLeft(left)}</p>}
            {field('redactions', 6)}
          </>
        )}
        {recipient === 'company' && <div class="options">{field('namesConfirmed')}</div>}
        {state.handedIn && <div class="options">{field('consent')}</div>}
        <p class="hint">{say.logged}</p>
        <button type="submit" class="button primary">
          {say.make}
        </button>
      </form>
      <Made {...props} />
    </section>
  );
}

/** What the copies say as things stand: without it nobody could say that no name is left. */
const Copies = ({ messages: { evidence: say }, files }: PackProps) => (
  <details class="card">
    <summary>{say.copies}</summary>
    {files
      .filter(({ what }) => what === 'redacted')
      .map(({ path, bytes }) => (
        <>
          <h4>{path}</h4>
          <p class="lines">{inert(Buffer.from(bytes).toString('utf8').slice(0, MOST_SHOWN))}</p>
        </>
      ))}
  </details>
);

/** UTF-16 units of each copy. */
const MOST_SHOWN = 20_000;

function Files({ messages, files }: PackProps) {
  const say = messages.evidence;
  const kinds = [
    ...CONTENTS.map((content) => [say.contents[content], [content]] as const),
    [say.extra, ['cover', 'summary', 'read-me']] as const,
  ];
  return (
    <section class="card" aria-labelledby="files-title">
      <h3 id="files-title">{say.has}</h3>
      <table>
        <Columns of={[say.kind, say.howMany, say.size]} />
        <tbody>
          {kinds.map(([label, of]) => {
            const own = files.filter(({ what }) => (of as readonly string[]).includes(what));
            return own.length === 0 ? null : (
              <tr>
                <th scope="row">{label}</th>
                <td>{own.length.toLocaleString(messages.language.code)}</td>
                <td>
                  {own.reduce((sum, { bytes }) => sum + bytes.byteLength, 0).toLocaleString(messages.language.code)}{' '}
                  {messages.case.bytes}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <details>
        <summary>{say.names}</summary>
        <ul>
          {files.map(({ path }) => (
            <li>
              <code>{path}</code>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

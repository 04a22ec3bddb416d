import type { DictionaryChange } from '../../../store/index.ts';
import type { Apprentice, ApprenticeRules } from '../../../tuning/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Empty } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { PrecisionBar } from '../shell/precision.tsx';
import { TuningHead } from '../tuning/head.tsx';
import { DemoteForm } from './demote-form.tsx';

interface ApprenticesProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly list: readonly Apprentice[];
  readonly rules: ApprenticeRules;
  readonly promoted: readonly DictionaryChange[]; // lately
  readonly mayWrite: boolean;
  readonly notice: string | null;
  readonly complaint: string | null;
}

/** What is being tried, how far it has come, and what came of it. */
export function ApprenticesView(props: ApprenticesProps) {
  const { messages, list, rules, notice, complaint } = props;
  const say = messages.apprentices;
  return (
    <>
      <TuningHead
        messages={messages}
        title={say.title}
        lead={`${say.lead(rules.precision, rules.calmDays)} ${say.since}`}
        notice={notice}
        complaint={complaint}
      />
      <Promoted {...props} />
      {list.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <ol class="cases apart">
          {list.map((one) => (
            <Row {...props} one={one} />
          ))}
        </ol>
      )}
    </>
  );
}

function Row({ messages, rules, mayWrite, one }: ApprenticesProps & { readonly one: Apprentice }) {
  const { entry, approved, dismissed, precision } = one;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <li class="case-row entry-row">
      <div class="row-main">
        <a class="row-link" href={`/dictionaries/${entry.id}`} data-step>
          <code>{entry.id}</code>
        </a>
        <p class="entry-phrases">{messages.dictionaries.example(inertLine(entry.examples.match.join('／'), 80))}</p>
        <p class="small">{standing(messages, rules, one)}</p>
        {mayWrite && <a href={`/dictionaries/${entry.id}/edit`}>{messages.tuning.edit}</a>}
      </div>
      <ul class="tallies">
        <li>
          {messages.statuses.approved} <b>{number(approved)}</b>
        </li>
        <li>
          {messages.statuses.dismissed} <b>{number(dismissed)}</b>
        </li>
      </ul>
      <PrecisionBar messages={messages} precision={precision} />
    </li>
  );
}

/** What an apprentice still waits for. */
export function standing(
  { apprentices: say, language }: Messages,
  { calmDays }: ApprenticeRules,
  { against, missing, isReady }: Apprentice,
): string {
  if (isReady) return say.ready;
  if (against > 0) return say.against(against.toLocaleString(language.code), calmDays);
  return say.missing(missing.toLocaleString(language.code));
}

/** Which apprentices became entries like others: nobody learns it by chance alone. */
export function Promoted({
  messages,
  clock,
  promoted,
  mayWrite,
}: Pick<ApprenticesProps, 'messages' | 'clock' | 'promoted' | 'mayWrite'>) {
  const say = messages.apprentices;
  if (promoted.length === 0) return null;
  return (
    <section class="card" aria-labelledby="promoted">
      <h2 id="promoted">{say.promoted}</h2>
      <ul class="plain">
        {promoted.map(({ id, entry, at, grounds }) => (
          <li>
            <a href={`/dictionaries/${entry}`}>
              <code>{entry}</code>
            </a>{' '}
            <time class="muted" datetime={at.toISOString()}>
              {clock.date(at)}
            </time>
            <p class="small">
              {grounds !== null && say.grounds(grounds)}{' '}
              <a href={`/dictionaries/log?entry=${entry}#change-${id}`}>{say.seeChange}</a>
            </p>
            {mayWrite && <DemoteForm messages={messages} id={entry} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

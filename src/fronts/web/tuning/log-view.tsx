import type { DictionaryChange } from '../../../store/index.ts';
import { isThresholds } from '../../../tuning/index.ts';
import { dictionaryTabUrl } from '../dictionaries/tabs.ts';
import type { Clock } from '../shell/clock.ts';
import { Empty, Pages } from '../shell/components.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Difference } from './difference.tsx';
import { TuningHead } from './head.tsx';

interface LogProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly changes: readonly DictionaryChange[];
  readonly entry: string | null; // null: of all
  readonly at: number; // page, from 1
  readonly more: boolean;
  readonly mayWrite: boolean;
  readonly notice: string | null;
  readonly complaint: string | null;
  readonly conflict: { readonly theirs: string | null; readonly ours: string | null } | null;
}

/** The changes of the dictionaries, newest first, each with its difference. */
export function LogView(props: LogProps) {
  const { messages, changes, entry, at, more, notice, complaint, conflict } = props;
  const say = messages.tuning;
  const link = (page: number) => dictionaryTabUrl('log', { ...(entry === null ? {} : { entry }), page: String(page) });
  return (
    <>
      <TuningHead
        back={entry === null || isThresholds(entry) ? null : { href: `/dictionaries/${entry}`, label: entry }}
        title={say.history}
        lead={say.historyLead}
        notice={notice}
        complaint={complaint}
      />
      {conflict !== null && (
        <section class="card">
          <Difference messages={messages} before={conflict.theirs} after={conflict.ours} />
        </section>
      )}
      {changes.length === 0 && <Empty>{say.noHistory}</Empty>}
      {changes.map((change) => (
        <Change {...props} change={change} />
      ))}
      <Pages messages={messages} at={at} more={more} href={link} />
    </>
  );
}

/** One change with its difference, its author and the button that takes it back. */
export function Change({
  messages,
  clock,
  change,
  mayWrite,
}: Pick<LogProps, 'messages' | 'clock' | 'mayWrite'> & { readonly change: DictionaryChange }) {
  const say = messages.tuning;
  const { id, at, by, kind, entry, reason, effect, before, after, reverts } = change;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <article class="card change" aria-labelledby={`change-${id}`}>
      <h2 id={`change-${id}`}>
        <a href={dictionaryTabUrl('log', { entry })} data-step>
          <code>{entry}</code>
        </a>{' '}
        {say.kinds[kind]} <span class="muted">#{id}</span>
      </h2>
      <p class="small">
        {by === '' ? say.byHand : inertLine(by, 100)} <time datetime={at.toISOString()}>{clock.date(at)}</time>
      </p>
      <p class="note">{reason === '' ? <span class="muted">{say.noReason}</span> : inert(reason)}</p>
      {reverts !== null && <p class="small">{say.reverts(reverts)}</p>}
      {effect !== null && (
        <p class="small">{say.effect(number(effect.found.cases), number(effect.lost.cases), number(effect.perWeek))}</p>
      )}
      <Difference messages={messages} before={before} after={after} />
      {mayWrite && (
        <form method="post" action={`/dictionaries/log/${id}/revert`} class="revert">
          <button type="submit" class="button" aria-label={say.revertLong(id)}>
            {say.revert}
          </button>
        </form>
      )}
    </article>
  );
}

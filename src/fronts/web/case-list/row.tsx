import type { CaseId, CaseInList } from '../../../cases/index.ts';
import type { Act } from '../../../detect/index.ts';
import { clockStateAt } from '../../../response/index.ts';
import type { RunningClock } from '../../../store/index.ts';
import { bareSender } from '../../shared/index.ts';
import { Undecline } from '../decide/undecline.tsx';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Stranger } from '../shell/components.tsx';
import { has, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { TOGETHER_FORM } from '../together/bar.tsx';
import { Found, type FoundText } from './found.tsx';

interface RowProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly person: string; // id of the account that looks
  readonly isHidden: (row: CaseInList) => boolean; // its subject
  readonly words: ReadonlyMap<string, string>; // how the newest mail begins, by case
  readonly found: ReadonlyMap<string, FoundText>; // where it says what was looked for, by case
  readonly deadlines: ReadonlyMap<CaseId, RunningClock>; // the first one of each case
  readonly ticks: Values | null; // which are ticked; null: nobody who decides looks
  readonly row: CaseInList;
}

/** A case on one line: how pressing, from whom, what it says, which acts, who has it, since when. */
export function CaseRow({ messages, clock, now, person, isHidden, words, found, deadlines, ticks, row }: RowProps) {
  const say = messages.queue;
  const hidden = isHidden(row);
  const from = hidden ? bareSender(row.from, messages.language.code) : row.from;
  return (
    <li class="case-row" id={`row-${row.id}`}>
      {ticks !== null && (
        <label class="row-tick">
          <input
            type="checkbox"
            class="tick"
            name="case"
            value={row.id}
            id={`tick-${row.id}`}
            form={TOGETHER_FORM}
            checked={has(ticks, 'case', row.id)}
            aria-label={messages.together.tick(row.id)}
          />
        </label>
      )}
      <BandLabel messages={messages} band={row.band} />
      <p class="row-from" title={inertLine(from)}>
        <Stranger text={from} otherwise={row.closed ? '—' : say.noSender} />
        {row.sources.length > 0 && <span class="row-to muted">→ {inertLine(row.sources.join(', '), 60)}</span>}
      </p>
      <div class="row-main">
        <a class="row-link" id={`case-${row.id}`} href={`/cases/${row.id}`} data-step>
          {hidden ? say.hiddenSubject : <Stranger text={row.subject} otherwise={say.noSubject} />}
        </a>{' '}
        <bdi class="row-words">{words.get(row.id) ?? ''}</bdi>
        <Found messages={messages} found={found.get(row.id)} />
      </div>
      <ShortActs messages={messages} acts={row.acts} />
      <Marks messages={messages} person={person} row={row} due={dueOf(messages, clock, deadlines.get(row.id), now)} />
      <p class="row-when">
        <time datetime={row.receivedAt.toISOString()} title={clock.date(row.receivedAt)}>
          {clock.age(row.receivedAt, now)}
        </time>{' '}
        {row.mails > 0 && row.kind !== 'report' && <span class="row-mails">{say.mails(row.mails)}</span>}
      </p>
    </li>
  );
}

const NAMED = 2;

/** Two acts, and how many more there are; all of them for whoever points at it. */
function ShortActs({ messages, acts }: { readonly messages: Messages; readonly acts: readonly Act[] }) {
  const names = acts.map((act) => messages.acts[act]);
  return (
    <ul class="acts" aria-label={messages.actsNote} title={names.join(messages.decide.separator)}>
      {names.slice(0, NAMED).map((name) => (
        <li>{name}</li>
      ))}
      {names.length > NAMED && <li class="acts-more">+{names.length - NAMED}</li>}
    </ul>
  );
}

/** Its first deadline; late once it is over. */
function dueOf({ deadlines: say }: Messages, clock: Clock, due: RunningClock | undefined, now: Date) {
  if (due === undefined) return null;
  const state = clockStateAt(due, now);
  return { state, words: [say.mark(clock.short(due.dueAt)), say.states[state]].filter(Boolean).join(' · ') };
}

/** By when, and whose case it is at the moment. */
function Marks({
  messages,
  person,
  row,
  due,
}: Pick<RowProps, 'messages' | 'person' | 'row'> & { readonly due: ReturnType<typeof dueOf> }) {
  const { status, declined, assignee } = row;
  const asked = status === 'open' && assignee.kind === 'person' && assignee.id === person && !declined;
  return (
    <div class="row-marks">
      <ul class="marks">
        {due !== null && (
          <li class={due.state === 'running' ? 'mark-due' : 'mark-late'} title={due.words}>
            {due.words}
          </li>
        )}
        {marksOf(messages, person, row).map((mark) => (
          <li title={mark}>{mark}</li>
        ))}
      </ul>
      {status === 'open' && declined && <Undecline messages={messages} id={row.id} />}
      {asked && (
        <form method="post" action={`/cases/${row.id}/decline`}>
          <button type="submit" class="quiet" id={`decline-${row.id}`} title={messages.decide.declineHint}>
            {messages.decide.decline}
          </button>
        </form>
      )}
    </div>
  );
}

/** What is said of who has a case, and what kind it is. */
export function marksOf({ queue: say, watch }: Messages, person: string, row: CaseInList): string[] {
  const { assignee, claim, skipped, declined, status } = row;
  const named = (name: string) => inertLine(name, 60);
  return [
    ...(row.closed ? [say.closed] : []),
    ...(row.kind === 'report' ? [say.reports] : []),
    ...(row.confidential ? [say.confidential] : []),
    ...(row.watched ? [watch.mark] : []),
    ...(claim === null ? [] : [claim.person === person ? say.claimedByMe : say.claimed(named(claim.name))]),
    ...(status === 'open' && assignee.kind === 'person'
      ? [assignee.id === person ? say.assignedToMe : say.assigned(named(assignee.name))]
      : []),
    ...(status === 'open' && assignee.kind === 'desk' ? [say.atDesk] : []),
    ...(status === 'open' && skipped ? [declined ? say.declined : say.skipped] : []),
  ];
}

import type { Account } from '../../../store/index.ts';
import { Empty } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface PeopleProps {
  readonly messages: Messages;
  readonly people: readonly Pick<Account, 'id' | 'name' | 'deactivatedAt'>[];
  readonly more: boolean; // than are shown
  readonly sought: string;
}

/** Names alone: who met how much is on nobody's list. */
export function PeopleView({ messages: { timelines: say }, people, more, sought }: PeopleProps) {
  return (
    <div class="narrow">
      <h1>{say.all}</h1>
      <p class="muted">{say.allLead}</p>
      <form method="get" action="/timelines" class="act">
        <label for="q">{say.seek}</label>
        <input id="q" name="q" value={sought} maxlength={100} autocomplete="off" />
        <button type="submit" class="button">
          {say.find}
        </button>
      </form>
      {people.length === 0 ? (
        <Empty>{say.nobody}</Empty>
      ) : (
        <ul class="plain">
          {people.map(({ id, name, deactivatedAt }) => (
            <li>
              <a href={`/timelines/${encodeURIComponent(id)}`}>{inertLine(name, 60)}</a>{' '}
              {deactivatedAt !== null && <span class="muted">{say.gone}</span>}
            </li>
          ))}
        </ul>
      )}
      {more && <p class="muted">{say.more}</p>}
    </div>
  );
}

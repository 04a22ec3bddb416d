import { ACTS } from '../../../detect/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { Choice } from '../shell/choice.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { type CaseListQuery, caseListUrl, countNarrowing, WIDE } from './query.ts';

interface FiltersProps {
  readonly messages: Messages;
  readonly ask: CaseListQuery;
  readonly person: string; // id of the account that looks
  readonly people: readonly ListedPerson[];
  readonly sources: readonly string[];
}

/** What narrows the list. The search stands in front; the rest folds away until it is used. */
export function Filters({ messages, ask, person, people, sources }: FiltersProps) {
  const say = messages.filter;
  const { narrowing } = ask;
  const active = countNarrowing(narrowing);
  const folded = active - (narrowing.q === '' ? 0 : 1);
  return (
    <search>
      <form class="filters" method="get" action="/">
        {ask.tab !== 'all' && <input type="hidden" name="tab" value={ask.tab} />}
        {!ask.live && <input type="hidden" name="live" value="0" />}
        <div class="filter-line">
          <label class="visually-hidden" for="q">
            {say.search}
          </label>
          <input
            type="search"
            id="q"
            name="q"
            value={narrowing.q}
            placeholder={say.search}
            maxlength={200}
            data-key="/"
            autocomplete="off"
          />
          <button type="submit" class="button">
            {say.apply}
          </button>
          {active > 0 && (
            <p class="filter-active">
              {say.active(active)} <a href={caseListUrl({ ...ask, page: 1, narrowing: WIDE })}>{say.clear}</a>
            </p>
          )}
        </div>
        <details open={folded > 0}>
          <summary>{say.title}</summary>
          <div class="filter-grid">
            <Choice
              name="act"
              label={say.act}
              any={say.any}
              value={narrowing.act}
              options={ACTS.map((act) => [act, messages.acts[act]])}
            />
            <Choice
              name="source"
              label={say.source}
              any={say.any}
              value={narrowing.source}
              options={sources.map((source) => [source, inertLine(source, 60)])}
            />
            <Choice
              name="assignee"
              label={say.assignee}
              any={say.any}
              value={narrowing.assignee}
              options={[
                ['me', say.me],
                ['nobody', say.nobody],
                ['desk', say.desk],
                ...people.filter(({ id }) => id !== person).map(({ id, name }) => [id, inertLine(name, 60)] as const),
              ]}
            />
            <div>
              <label for="counterparty">{say.counterparty}</label>
              <input
                id="counterparty"
                name="counterparty"
                value={narrowing.counterparty}
                placeholder={say.counterpartyHint}
                maxlength={200}
                autocomplete="off"
              />
            </div>
            <div>
              <label for="from">{say.from}</label>
              <input type="date" id="from" name="from" value={narrowing.from} />
            </div>
            <div>
              <label for="to">{say.to}</label>
              <input type="date" id="to" name="to" value={narrowing.to} />
            </div>
          </div>
        </details>
      </form>
    </search>
  );
}

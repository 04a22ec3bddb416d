import { saveView } from '../../../actions/index.ts';
import { MOST_VIEWS, type SavedView } from '../../../store/index.ts';
import { FieldError } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { type CaseListQuery, caseListUrl, countNarrowing } from './query.ts';

/** A name that could not be taken. */
export interface WrongView {
  readonly name: string;
  readonly error: string;
}

interface SavedViewsProps {
  readonly messages: Messages;
  readonly ask: CaseListQuery;
  readonly views: readonly SavedView[];
  readonly wrongView: WrongView | null;
}

/** A person's own filters by name, and the way to save the one in force. */
export function SavedViews({ messages, ask, views, wrongView }: SavedViewsProps) {
  const say = messages.views;
  const here = caseListUrl({ ...ask, page: 1, live: true });
  const plain = ask.tab === 'all' && countNarrowing(ask.narrowing) === 0;
  if (views.length === 0 && plain && wrongView === null) return null; // nothing to go to, and nothing worth a name
  return (
    <div class="views">
      {views.length > 0 && (
        <nav aria-label={say.title}>
          <ul>
            {views.map(({ id, name, address }) => (
              <li>
                <a id={`view-${id}`} href={address} aria-current={address === here ? 'page' : undefined}>
                  <bdi>{inertLine(name, 60)}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <details open={wrongView !== null}>
        <summary>{views.length > 0 ? say.manage : say.save}</summary>
        <Form messages={messages} query={here.slice('/?'.length)} wrongView={wrongView} />
        {views.length > 0 && (
          <ul class="plain">
            {views.map(({ id, name }) => (
              <li class="view-row">
                <bdi>{inertLine(name, 60)}</bdi>
                <form method="post" action={`/views/${id}/delete`}>
                  <button type="submit" class="quiet" aria-label={say.deleteIt(inertLine(name, 60))}>
                    {say.remove}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
      </details>
    </div>
  );
}

function Form({
  messages,
  query,
  wrongView,
}: Pick<SavedViewsProps, 'messages' | 'wrongView'> & { readonly query: string }) {
  const say = messages.views;
  return (
    <form method="post" action="/views">
      <input type="hidden" name="query" value={query} />
      <label for="view-name">{say.name}</label>
      <p class="hint" id="view-name-hint">
        {say.hint(MOST_VIEWS)}
      </p>
      <FieldError id="view-name" error={wrongView?.error} />
      <div class="filter-line">
        <input
          id="view-name"
          name="name"
          value={wrongView?.name ?? ''}
          maxlength={saveView.shapes.name.maxLength}
          autocomplete="off"
          aria-describedby={wrongView === null ? 'view-name-hint' : 'view-name-hint view-name-error'}
          aria-invalid={wrongView !== null}
        />
        <button type="submit" class="button">
          {messages.settings.save}
        </button>
      </div>
    </form>
  );
}

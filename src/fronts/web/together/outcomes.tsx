import { isCaseRefusal, type Outcome, type RefusalReason } from '../../../actions/index.ts';
import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';

/** What several cases were asked for together, and what came of each. */
export interface Done {
  readonly kind: 'dismiss' | 'hand-over' | 'assign' | 'skip' | 'undo';
  readonly outcomes: readonly Outcome[];
  readonly at: Date; // when it was done
  readonly query: string; // of the list to come back to
}

/** How many it was done to, of every other case why not, and the way back. */
export function OutcomesBar({ messages, done }: { readonly messages: Messages; readonly done: Done | null }) {
  if (done === null || done.outcomes.length === 0) return null;
  const say = messages.together;
  const refused = done.outcomes.flatMap(({ id, refused }) => (refused === null ? [] : [{ id, refused }]));
  return (
    <div class="after-bar together-done" role="status">
      <p>{say.done[done.kind](done.outcomes.length - refused.length)}</p>
      {refused.length > 0 && (
        <>
          <p>{say.left(refused.length)}</p>
          <ul class="plain">
            {refused.map(({ id, refused }) => (
              <li>
                <a href={`/cases/${id}`}>{messages.case.title(id)}</a>: {whyNot(messages, done.kind, refused.reason)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Undo messages={messages} done={done} />
    </div>
  );
}

/** One press opens again, or takes back, all that it was done to. */
function Undo({ messages, done }: { readonly messages: Messages; readonly done: Done }) {
  const made = done.outcomes.filter(({ refused }) => refused === null);
  if (made.length === 0 || (done.kind !== 'dismiss' && done.kind !== 'hand-over')) return null;
  return (
    <form method="post" action="/list/undo">
      <input type="hidden" name="query" value={done.query} />
      <input type="hidden" name="until" value={done.at.toISOString()} />
      {made.map(({ id }) => (
        <input type="hidden" name="case" value={id} />
      ))}
      <button type="submit" class="button" data-key="u">
        {messages.together.undo(made.length)} <Key of="u" />
      </button>
    </form>
  );
}

function whyNot({ together: { whyNot: say } }: Messages, kind: Done['kind'], refused: RefusalReason): string {
  if (kind === 'undo' && refused.code === 'case-status') return say.since;
  if (!isCaseRefusal(refused) || refused.code === 'incomplete' || refused.code === 'words-nowhere') return say.other; // asked before, or by nothing done together
  return say[refused.code];
}

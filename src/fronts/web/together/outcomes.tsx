import { isCaseRefusal, type Outcome, type RefusalReason } from '../../../actions/index.ts';
import type { Messages } from '../shell/messages.ts';

/** What several cases were asked for together, and what came of each. */
export interface Done {
  readonly kind: 'dismiss' | 'hand-over' | 'assign' | 'skip';
  readonly outcomes: readonly Outcome[];
}

/** How many it was done to, and of every other case why not. */
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
                <a href={`/cases/${id}`}>{messages.case.title(id)}</a>: {whyNot(messages, refused.reason)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function whyNot({ together: { whyNot: say } }: Messages, refused: RefusalReason): string {
  if (!isCaseRefusal(refused) || refused.code === 'incomplete' || refused.code === 'words-nowhere') return say.other; // asked before, or by nothing done together
  return say[refused.code];
}

import type { Outcome, RefusalCode } from '../../../actions/index.ts';
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
  const refused = done.outcomes.flatMap(({ id, refused }) => (refused === null ? [] : [{ id, code: refused.code }]));
  return (
    <div class="after-bar together-done" role="status">
      <p>{say.done[done.kind](done.outcomes.length - refused.length)}</p>
      {refused.length > 0 && (
        <>
          <p>{say.left(refused.length)}</p>
          <ul class="plain">
            {refused.map(({ id, code }) => (
              <li>
                <a href={`/cases/${id}`}>{messages.case.title(id)}</a>: {whyNot(messages, code)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function whyNot({ together: { whyNot: say } }: Messages, code: RefusalCode): string {
  switch (code) {
    case 'recused':
    case 'case-status':
    case 'case-claimed':
    case 'case-assigned':
    case 'wrong-recipient':
    case 'no-such-case':
    case 'not-allowed':
      return say[code];
    case 'incomplete':
    case 'words-nowhere':
    case 'clock-ahead':
    case 'care-open':
    case 'no-consent':
    case 'wrong-purpose':
    case 'too-large':
    case 'case-changed':
    case 'names-left':
    case 'no-such-letter':
    case 'letter-incomplete':
    case 'letter-status':
    case 'own-letter':
    case 'letter-stale':
    case 'no-clause':
    case 'wrong-day':
    case 'no-rules':
    case 'no-counterparty':
    case 'gates-open':
    case 'own-proposal':
    case 'wrong-role':
    case 'measure-waits':
    case 'measure-decided':
    case 'rules-changed':
    case 'no-such-change':
    case 'entry-changed':
    case 'entry-wrong':
    case 'reason-needed':
    case 'file-unwritten':
    case 'people-only':
      return say.other; // asked before, or by nothing that is done together
  }
}

import { MOST_COMMENT, type PersonId } from '../../../cases/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { LongText } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** A comment that could not be taken. */
export interface WrongComment {
  readonly words: string;
  readonly error: string;
}

interface CommentFormProps {
  readonly messages: Messages;
  readonly id: string; // of the case
  readonly person: PersonId; // who looks
  readonly assignees: readonly ListedPerson[]; // who decides the case, and so may be mentioned
  readonly wrongComment: WrongComment | null;
}

/** Room for a comment, folded until somebody wants it. */
export function CommentForm({ messages, id, person, assignees, wrongComment }: CommentFormProps) {
  const say = messages.comments;
  const names = assignees.filter((one) => one.id !== person).map(({ name }) => inertLine(name, 60));
  return (
    <details class="card hold comment" id="comment" open={wrongComment !== null}>
      <summary>
        <h2>{say.title}</h2>
      </summary>
      <p class="small">{say.lead}</p>
      <form method="post" action={`/cases/${id}/comments`}>
        <LongText
          id="comment-words"
          name="words"
          label={say.words}
          hint={say.hint}
          values={{ words: [wrongComment?.words ?? ''] }}
          error={wrongComment?.error}
          rows={3}
          most={MOST_COMMENT}
        />
        <p class="hint">
          {names.length === 0
            ? say.noNames
            : say.names(names.map((name) => `@${name}`).join(messages.decide.separator))}
        </p>
        <button type="submit" class="button">
          {say.submit}
        </button>
      </form>
    </details>
  );
}

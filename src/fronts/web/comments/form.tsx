import { comment } from '../../../actions/index.ts';
import type { PersonId } from '../../../cases/index.ts';
import type { Day } from '../../../response/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface CommentFormProps {
  readonly messages: Messages;
  readonly id: string; // of the case
  readonly person: PersonId; // who looks
  readonly assignees: readonly ListedPerson[]; // who decides the case, and so may be mentioned
  readonly today: Day;
  readonly wrongComment: Tried | null; // one that could not be taken
}

/** Room for a comment, folded until somebody wants it. */
export function CommentForm({ messages, id, person, assignees, today, wrongComment: tried }: CommentFormProps) {
  const say = messages.comments;
  const { action, field } = formOf({ act: comment, say: say.write, messages, today, tried, at: { id } });
  const names = assignees.filter((one) => one.id !== person).map(({ name }) => inertLine(name, 60));
  return (
    <details class="card hold comment" id="comment" open={tried !== null}>
      <summary>
        <h2>{say.title}</h2>
      </summary>
      <p class="small">{say.lead}</p>
      <form method="post" action={action}>
        {field('words', 3)}
        <p class="hint">
          {names.length === 0
            ? say.noNames
            : say.names(names.map((name) => `@${name}`).join(messages.decide.separator))}
        </p>
        <button type="submit" class="button">
          {say.write.do}
        </button>
      </form>
    </details>
  );
}

import type { CaseDetail, PersonId } from '../../../cases/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface AssignProps {
  readonly messages: Messages;
  readonly detail: CaseDetail;
  readonly person: PersonId; // who looks
  readonly mayTake: boolean; // whoever looks, for themselves
  readonly mayAssign: boolean; // to others
  readonly assignees: readonly ListedPerson[]; // to whom the case can be assigned
}

/** Whom the case waits for, and the way to change it; who is at it is something else. Nothing once it is decided. */
export function AssignForm({ messages, detail, person, mayTake, mayAssign, assignees }: AssignProps) {
  const { id, status, assignee } = detail;
  const say = messages.assign;
  if (status !== 'open') return null;
  const mine = assignee.kind === 'person' && assignee.id === person;
  const free = assignee.kind === 'anyone';
  const others = assignees.filter((one) => one.id !== person);
  return (
    <section class="card hold assign" id="assign" aria-labelledby="assign-title">
      <h2 id="assign-title">{say.title}</h2>
      <p>{whoOf(messages, detail, person)}</p>
      <div class="assign-ways">
        {!mine && mayTake && <To id={id} to={person} label={say.take} />}
        {(mine || (mayAssign && !free)) && <To id={id} to="nobody" label={mine ? say.giveBack : say.end} />}
        {mayAssign && others.length > 0 && (
          <form method="post" action={`/cases/${id}/assign`}>
            <label class="visually-hidden" for="assign-to">
              {say.to}
            </label>
            <select id="assign-to" name="to">
              {others.map((one) => (
                <option value={one.id} selected={assignee.kind === 'person' && assignee.id === one.id}>
                  {inertLine(one.name, 60)}
                </option>
              ))}
            </select>
            <button type="submit" class="button">
              {say.assign}
            </button>
          </form>
        )}
      </div>
    </section>
  );
}

function whoOf({ assign: say, queue }: Messages, { assignee }: CaseDetail, person: PersonId): string {
  switch (assignee.kind) {
    case 'anyone':
      return say.nobody;
    case 'desk':
      return queue.atDesk;
    case 'person':
      return assignee.id === person ? queue.assignedToMe : queue.assigned(inertLine(assignee.name, 60));
  }
}

const To = ({ id, to, label }: { readonly id: string; readonly to: string; readonly label: string }) => (
  <form method="post" action={`/cases/${id}/assign`}>
    <button type="submit" class="button" name="to" value={to}>
      {label}
    </button>
  </form>
);

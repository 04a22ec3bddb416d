import { CLOCK_STEPS, type EscalationRow, type Responsible } from '../../../response/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** What a line of the matrix says, in one sentence. */
export function rowLine(messages: Messages, people: readonly ListedPerson[], row: EscalationRow): string {
  const say = messages.escalation;
  const acts =
    row.acts.length === 0 ? '' : ` ${say.forActs(row.acts.map((act) => messages.acts[act]).join(say.separator))}`;
  const limits = CLOCK_STEPS.flatMap((step) => {
    const limit = row.limits[step];
    return limit === undefined ? [] : [`${say.steps[step]} ${say.limit(limit.amount, limit.unit)}`];
  });
  const when = limits.length === 0 ? say.noLimit : say.summary(limits);
  return `${say.levels[row.level]}${acts} — ${when} — ${whoIs(messages, people, row.who)}`;
}

/** Roles and names; somebody whose account has ended is not named. */
export function whoIs(messages: Messages, people: readonly ListedPerson[], who: Responsible): string {
  const names = [
    ...who.roles.map((role) => messages.roles[role]),
    ...people.filter(({ id }) => who.people.includes(id)).map(({ name }) => inertLine(name, 60)),
  ];
  return names.length === 0 ? messages.escalation.nobody : names.join(messages.escalation.separator);
}

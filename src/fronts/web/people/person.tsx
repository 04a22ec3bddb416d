import {
  changeRoles,
  removeSecondFactor,
  resetPerson,
  signOutEverywhere,
  switchAccount,
} from '../../../actions/index.ts';
import type { Account } from '../../../store/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import { Done } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { CardProps } from './props.ts';
import { roleWords } from './role-words.ts';

/** One account: what it may do, and how to end that. */
export function PersonCard({
  account: { id, name, email, roles, deactivatedAt, createdAt, sessions, factor },
  saved,
  ...common
}: CardProps & { readonly account: Account; readonly saved: boolean }) {
  const { messages, clock } = common;
  const say = messages.people;
  const form = { ...common, at: { id } };
  return (
    <section class="card" aria-labelledby="person">
      <h2 id="person">{inertLine(name, 60)}</h2>
      <Done of={saved && messages.fields.saved} />
      <dl class="facts">
        <dt>{say.email}</dt>
        <dd>{inertLine(email)}</dd>
        <dt>{say.since}</dt>
        <dd>{clock.date(createdAt)}</dd>
        <dt>{say.state}</dt>
        <dd>{deactivatedAt === null ? say.active : say.inactiveSince(clock.date(deactivatedAt))}</dd>
        <dt>{say.sessions}</dt>
        <dd>{sessions}</dd>
      </dl>
      <ActForm
        {...form}
        act={changeRoles}
        say={{ do: messages.settings.save, fields: { roles: roleWords(messages) } }}
        usual={{ roles }}
      />
      <ActForm {...form} act={resetPerson} say={say.reset} />
      <ActForm {...form} act={signOutEverywhere} say={say.signOut} />
      {factor && <ActForm {...form} act={removeSecondFactor} say={messages.factor.removal} />}
      <ActForm
        {...form}
        act={switchAccount}
        say={deactivatedAt === null ? say.deactivate : say.activate}
        at={{ id, active: deactivatedAt === null ? 'off' : 'on' }}
      />
    </section>
  );
}

import { invite } from '../../../actions/index.ts';
import type { Account, UnusedInvitation } from '../../../store/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import { Columns, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import { UnusedLinks } from './links.tsx';
import { PersonCard } from './person.tsx';
import type { CardProps } from './props.ts';
import { roleNames, roleWords } from './role-words.ts';

interface AccountsProps extends CardProps {
  readonly accounts: readonly Account[];
  readonly invitations: readonly UnusedInvitation[];
  readonly open: string | null; // id of whoever is looked at
  readonly saved: boolean; // about them
}

/** Everyone with an account, one of them in place, links that nobody used, and the form that invites one more. */
export function Accounts({ accounts, invitations, open, saved, ...common }: AccountsProps) {
  const { messages } = common;
  const say = messages.people;
  const person = accounts.find(({ id }) => id === open);
  return (
    <>
      <List {...{ messages, accounts, open }} />
      {person !== undefined && <PersonCard {...common} account={person} saved={saved} />}
      <UnusedLinks {...common} invitations={invitations} />
      <section class="card" aria-labelledby="invite">
        <h2 id="invite">{say.inviteTitle}</h2>
        <p class="muted">{say.inviteLead}</p>
        <ActForm
          {...common}
          act={invite}
          say={{ ...say.invite, fields: { ...say.invite.fields, roles: roleWords(messages) } }}
          usual={{ roles: 'reviewer' }}
          look="primary"
        />
      </section>
    </>
  );
}

/** Who has an account, and what each may do. */
function List({ messages, accounts, open }: Pick<AccountsProps, 'messages' | 'accounts' | 'open'>) {
  const say = messages.people;
  return (
    <Scroll card label={say.title}>
      <table>
        <Columns of={[say.name, say.email, say.roles, say.state]} />
        <tbody>
          {accounts.map(({ id, name, email, roles, deactivatedAt }) => (
            <tr>
              <th scope="row">
                <a href={`/people?person=${id}#person`} aria-current={id === open ? 'true' : undefined}>
                  {inertLine(name, 60)}
                </a>
              </th>
              <td>{inertLine(email)}</td>
              <td>{roleNames(messages, roles)}</td>
              <td>{deactivatedAt === null ? say.active : say.inactive}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

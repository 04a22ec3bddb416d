import type { Hono } from 'hono';
import { invite, type PersonalLink, renewInvitation, revokeInvitation } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import { type Account, listAccounts, unusedInvitations } from '../../../store/index.ts';
import { type FrontDeps, linkTo } from '../../shared/index.ts';
import { ActForm, statusOf, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { onAct } from '../shell/acts/route.ts';
import { Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { OneTimeLink, UnusedLinks } from './links.tsx';
import { mountPerson } from './person.tsx';
import { roleNames, roleWords } from './role-words.ts';

/** Accounts and invitations. */
export function mountPeople(app: Hono<WebEnv>, deps: FrontDeps): void {
  const show = (c: WebContext, _: FrontDeps, tried: Tried) => showPeople(c, deps, tried, null);
  const back = (c: WebContext, _: FrontDeps, link: PersonalLink) => showPeople(c, deps, null, link);
  app.get('/people', (c) => showPeople(c, deps, null, null));
  onAct(app, deps, invite, { back, show, says: ['exists'] });
  onAct(app, deps, renewInvitation, { back, show, says: ['exists', 'inactive'] });
  onAct(app, deps, revokeInvitation, { back: '/people?revoked=1', show });
  mountPerson(app, deps);
}

/** Everyone with an account, and the form that invites one more; a new link is shown once: only its hash is kept. */
async function showPeople(
  c: WebContext,
  deps: FrontDeps,
  tried: Tried | null,
  link: PersonalLink | null,
): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.people;
  const now = deps.now();
  const common = { messages, tried, today: todayIn(deps.company.timeZone, now) };
  return page(
    c,
    deps,
    { title: say.title, section: 'people', status: statusOf(tried), here: '/people' },
    <>
      <Heading {...common} title={say.title} refusals={say.problems} saved={false}>
        {say.lead}
      </Heading>
      {c.req.query('revoked') === '1' && (
        <div class="after-bar" role="status">
          <p>{say.revoked}</p>
        </div>
      )}
      {link !== null && <OneTimeLink messages={messages} name={link.name} url={linkTo(deps, link.token)} />}
      <Accounts messages={messages} accounts={await listAccounts(deps.db, now)} />
      <UnusedLinks {...common} now={now} clock={c.get('clock')} invitations={await unusedInvitations(deps.db)} />
      <section class="card narrow" aria-labelledby="invite">
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
    </>,
  );
}

/** Who has an account, and what each may do. */
function Accounts({ messages, accounts }: { readonly messages: Messages; readonly accounts: readonly Account[] }) {
  const say = messages.people;
  return (
    <Scroll card label={say.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.email}</th>
            <th scope="col">{say.roles}</th>
            <th scope="col">{say.state}</th>
            <th scope="col">{say.sessions}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ id, name, email, roles, deactivatedAt, sessions }) => (
            <tr>
              <th scope="row">
                <a href={`/people/${id}`}>{inertLine(name, 60)}</a>
              </th>
              <td>{inertLine(email)}</td>
              <td>{roleNames(messages, roles)}</td>
              <td>{deactivatedAt === null ? say.active : say.inactive}</td>
              <td>{sessions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

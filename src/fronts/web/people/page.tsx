import type { Hono } from 'hono';
import {
  addExpert,
  changeRoles,
  createToken,
  type DoneBy,
  endExpert,
  expertsFor,
  invite,
  type PersonalLink,
  removeSecondFactor,
  renewInvitation,
  resetPerson,
  revokeInvitation,
  revokeToken,
  signOutEverywhere,
  switchAccount,
  takeRole,
} from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import { listAccounts, listTokens, unusedInvitations } from '../../../store/index.ts';
import { localPath } from '../../../util/local-path.ts';
import { type FrontDeps, linkTo } from '../../shared/index.ts';
import { Experts } from '../experts/card.tsx';
import { actorOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { NewToken, Tokens } from '../tokens/card.tsx';
import { Accounts } from './accounts.tsx';
import { OneTimeLink } from './links.tsx';

const HERE = '/people';

/** What is shown once, since only its hash is kept. */
interface Once {
  readonly link?: PersonalLink;
  readonly token?: DoneBy<typeof createToken>;
}

/** Who works here, which programs ask, and whom one asks outside. */
export function mountPeople(app: Hono<WebEnv>, deps: FrontDeps): void {
  const show = (c: WebContext, _: FrontDeps, tried: Tried) => showPeople(c, deps, tried, {});
  const showPerson = async (c: WebContext, _: FrontDeps, tried: Tried) =>
    (await listAccounts(deps.db, deps.now())).some(({ id }) => id === c.req.param('id'))
      ? showPeople(c, deps, tried, {})
      : c.notFound();
  const withLink = (c: WebContext, _: FrontDeps, link: PersonalLink) => showPeople(c, deps, null, { link });
  const ofPerson = {
    back: `${HERE}?person=:id&saved=person#person`,
    show: showPerson,
    says: ['last-admin', 'inactive'],
  };
  app.get(HERE, (c) => showPeople(c, deps, null, {}));
  onAct(app, deps, invite, { back: withLink, show, says: ['exists'] });
  onAct(app, deps, renewInvitation, { back: withLink, show, says: ['exists', 'inactive'] });
  onAct(app, deps, revokeInvitation, { back: `${HERE}?revoked=1`, show });
  onAct(app, deps, takeRole, { back: async (c, _, __, sent) => c.redirect(localPath(first(sent, 'here')), 303), show });
  onAct(app, deps, changeRoles, ofPerson);
  onAct(app, deps, switchAccount, ofPerson);
  onAct(app, deps, signOutEverywhere, ofPerson);
  onAct(app, deps, removeSecondFactor, ofPerson);
  onAct(app, deps, resetPerson, { ...ofPerson, back: withLink });
  onAct(app, deps, createToken, { back: (c, _, token) => showPeople(c, deps, null, { token }), show });
  onAct(app, deps, revokeToken, { back: `${HERE}#tokens`, show });
  onAct(app, deps, addExpert, { back: `${HERE}?saved=experts#experts`, show });
  onAct(app, deps, endExpert, { back: `${HERE}?saved=experts#experts`, show });
}

/** A card for each right: accounts and invitations, experts outside, tokens of programs. */
async function showPeople(c: WebContext, deps: FrontDeps, tried: Tried | null, once: Once): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.people;
  const now = deps.now();
  const common = { messages, clock: c.get('clock'), now, tried, today: todayIn(deps.company.timeZone, now) };
  const accounts = can(c, 'people.manage');
  const saved = c.req.query('saved');
  return page(
    c,
    deps,
    { title: say.title, section: 'people', status: statusOf(tried), here: HERE },
    <div class="narrow">
      <Heading {...common} title={say.title} refusals={say.problems} saved={false}>
        {accounts ? say.lead : undefined}
      </Heading>
      {c.req.query('revoked') === '1' && (
        <div class="after-bar" role="status">
          <p>{say.revoked}</p>
        </div>
      )}
      {once.link !== undefined && (
        <OneTimeLink messages={messages} name={once.link.name} url={linkTo(deps, once.link.token)} />
      )}
      {once.token !== undefined && <NewToken messages={messages} token={once.token} />}
      {accounts && (
        <Accounts
          {...common}
          accounts={await listAccounts(deps.db, now)}
          invitations={await unusedInvitations(deps.db)}
          open={c.req.param('id') ?? c.req.query('person') ?? null}
          saved={saved === 'person'}
        />
      )}
      {can(c, 'experts.manage') && (
        <Experts {...common} {...(await expertsFor(deps, actorOf(c, deps)))} saved={saved === 'experts'} />
      )}
      {can(c, 'tokens.manage') && <Tokens {...common} tokens={await listTokens(deps.db)} />}
    </div>,
  );
}

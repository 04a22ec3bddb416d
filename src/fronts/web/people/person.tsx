import type { Hono } from 'hono';
import {
  changeRoles,
  type PersonalLink,
  removeSecondFactor,
  resetPerson,
  signOutEverywhere,
  switchAccount,
} from '../../../actions/index.ts';
import { parsePersonId } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import { loadAccount } from '../../../store/index.ts';
import { type FrontDeps, linkTo } from '../../shared/index.ts';
import { ActForm, statusOf, type Tried } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { onAct } from '../shell/acts/route.ts';
import { inertLine } from '../shell/inert.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { OneTimeLink } from './links.tsx';
import { roleWords } from './role-words.ts';

const HERE = '/people/:id';

export function mountPerson(app: Hono<WebEnv>, deps: FrontDeps): void {
  const show = (c: WebContext, _: FrontDeps, tried: Tried) => showPerson(c, deps, tried, null);
  const course = { back: `${HERE}?saved=1`, show, says: ['last-admin', 'inactive'] };
  app.get(HERE, (c) => showPerson(c, deps, null, null));
  onAct(app, deps, changeRoles, course);
  onAct(app, deps, switchAccount, course);
  onAct(app, deps, signOutEverywhere, course);
  onAct(app, deps, removeSecondFactor, course);
  onAct(app, deps, resetPerson, {
    ...course,
    back: (c: WebContext, _: FrontDeps, link: PersonalLink) => showPerson(c, deps, null, link),
  });
}

/** One account: what it may do, and how to end that. A link to a new password is shown once. */
async function showPerson(
  c: WebContext,
  deps: FrontDeps,
  tried: Tried | null,
  link: PersonalLink | null,
): Promise<Response> {
  const who = parsePersonId(c.req.param('id') ?? '');
  const account = who && (await loadAccount(deps.db, who, deps.now()));
  if (account === null) return c.notFound();
  const messages = c.get('messages');
  const clock = c.get('clock');
  const say = messages.people;
  const { id, name, email, roles, deactivatedAt, createdAt, sessions, factor } = account;
  const common = { messages, tried, today: todayIn(deps.company.timeZone, deps.now()), at: { id } };
  return page(
    c,
    deps,
    { title: say.title, section: 'people', status: statusOf(tried), here: `/people/${id}` },
    <div class="narrow">
      <Heading
        {...common}
        title={inertLine(name, 60)}
        up={{ href: '/people', title: say.title }}
        refusals={say.problems}
        saved={c.req.query('saved') === '1'}
      />
      {link !== null && <OneTimeLink messages={messages} name={link.name} url={linkTo(deps, link.token)} />}
      <section class="card">
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
      </section>
      <section class="card" aria-label={say.roles}>
        <ActForm
          {...common}
          act={changeRoles}
          say={{ do: messages.settings.save, fields: { roles: roleWords(messages) } }}
          usual={{ roles }}
          look="primary"
        />
      </section>
      <section class="card">
        <ActForm {...common} act={resetPerson} say={say.reset} />
        <ActForm {...common} act={signOutEverywhere} say={say.signOut} />
        {factor && <ActForm {...common} act={removeSecondFactor} say={messages.factor.removal} />}
        <ActForm
          {...common}
          act={switchAccount}
          say={deactivatedAt === null ? say.deactivate : say.activate}
          at={{ id, active: deactivatedAt === null ? 'off' : 'on' }}
        />
      </section>
    </div>,
  );
}

import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  AccountError,
  type AccountProblem,
  invite,
  renewInvitation,
  revokeInvitation,
} from '../../../actions/index.ts';
import { listAccounts, unusedInvitations } from '../../../store/index.ts';
import { type FrontDeps, linkTo } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { readPerson } from './form.ts';
import { PeopleView } from './view.tsx';

/** Everyone with an account, and the form that invites one more. */
export const showPeople =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    peoplePage(c, deps, { values: USUAL });

/** Shows the link of a new invitation, once: only its hash is kept. */
export const invitePerson =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const read = readPerson(values, c.get('messages'));
    if (read.kind === 'wrong') return peoplePage(c, deps, { values, errors: read.errors, status: 400 });
    try {
      const token = await invite(deps, actorOf(c, deps), read.person);
      return peoplePage(c, deps, { values: USUAL, link: { name: read.person.name, url: linkTo(deps, token) } });
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      return peoplePage(c, deps, { values, errors: { email: c.get('messages').people.exists }, status: 409 });
    }
  };

/** Shows a new link for whoever did not use theirs, once. */
export const renewLink =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    try {
      const { name, token } = await renewInvitation(deps, actorOf(c, deps), c.req.param('invitation') ?? '');
      return peoplePage(c, deps, { values: USUAL, link: { name, url: linkTo(deps, token) } });
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      return error.code === 'unknown'
        ? c.notFound()
        : peoplePage(c, deps, { values: USUAL, problem: error.code, status: 409 });
    }
  };

export const revokeLink =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const revoked = await revokeInvitation(deps, actorOf(c, deps), c.req.param('invitation') ?? '');
    return revoked ? c.redirect('/people?revoked=1', 303) : c.notFound();
  };

/** What most people are invited as. */
const USUAL: Values = { roles: ['reviewer'] };

interface PeopleState {
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  readonly link?: { readonly name: string; readonly url: string };
  readonly problem?: AccountProblem;
  readonly status?: ContentfulStatusCode;
}

async function peoplePage(
  c: WebContext,
  deps: FrontDeps,
  { values, errors = {}, link, problem, status = 200 }: PeopleState,
): Promise<Response> {
  const messages = c.get('messages');
  const now = deps.now();
  return page(
    c,
    deps,
    { title: messages.people.title, section: 'people', status, here: '/people' },
    <PeopleView
      messages={messages}
      accounts={await listAccounts(deps.db, now)}
      values={values}
      errors={errors}
      clock={c.get('clock')}
      now={now}
      invitations={await unusedInvitations(deps.db)}
      link={link ?? null}
      problem={problem ?? null}
      revoked={c.req.query('revoked') === '1'}
    />,
  );
}

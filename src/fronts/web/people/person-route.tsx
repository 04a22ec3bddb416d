import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  AccountError,
  type AccountProblem,
  activate,
  changeRoles,
  deactivate,
  type PersonActor,
  removeSecondFactor,
  resetPassword,
  signOutEverywhere,
} from '../../../actions/index.ts';
import { type PersonId, parsePersonId } from '../../../cases/index.ts';
import { type Account, loadAccount } from '../../../store/index.ts';
import { type FrontDeps, linkTo } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { rolesOf } from './form.ts';
import { PersonView } from './person.tsx';

export const showPerson =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    personPage(c, deps, {});

export const savePersonRoles = (deps: FrontDeps): Handler<WebEnv> =>
  acting(deps, async (c, id, actor) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    await changeRoles(deps, actor, id, rolesOf(values));
  });

/** Deactivates an account, or lets it work again. */
export const switchPerson = (deps: FrontDeps): Handler<WebEnv> =>
  acting(deps, async (c, id, actor) => {
    const on = first(valuesOf(await c.req.parseBody({ all: true })), 'active') === 'on';
    await (on ? activate(deps, actor, id) : deactivate(deps, actor, id));
  });

export const signPersonOut = (deps: FrontDeps): Handler<WebEnv> =>
  acting(deps, (_, id, actor) => signOutEverywhere(deps, actor, id));

export const removePersonFactor = (deps: FrontDeps): Handler<WebEnv> =>
  acting(deps, (_, id, actor) => removeSecondFactor(deps, actor, id));

/** Shows a link to a new password, once. */
export const resetPerson =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const account = await accountOf(c, deps);
    if (account === null) return c.notFound();
    try {
      const token = await resetPassword(deps, actorOf(c, deps), account.email);
      return personPage(c, deps, { link: linkTo(deps, token) });
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      return personPage(c, deps, { problem: error.code, status: 409 });
    }
  };

/** The account of the address; null when there is none. */
async function accountOf(c: WebContext, { db, now }: FrontDeps): Promise<Account | null> {
  const id = parsePersonId(c.req.param('id') ?? '');
  return id && loadAccount(db, id, now());
}

/** Does something to an account and shows it again; what cannot be done is said on its page. */
const acting =
  (deps: FrontDeps, act: (c: WebContext, id: PersonId, actor: PersonActor) => Promise<void>): Handler<WebEnv> =>
  async (c) => {
    const id = parsePersonId(c.req.param('id') ?? '');
    if (id === null) return c.notFound();
    try {
      await act(c, id, actorOf(c, deps));
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      return error.code === 'unknown' ? c.notFound() : personPage(c, deps, { problem: error.code, status: 409 });
    }
    return c.redirect(`/people/${id}?saved=1`, 303);
  };

interface PersonState {
  readonly link?: string;
  readonly problem?: AccountProblem;
  readonly status?: ContentfulStatusCode;
}

async function personPage(
  c: WebContext,
  deps: FrontDeps,
  { link, problem, status = 200 }: PersonState,
): Promise<Response> {
  const account = await accountOf(c, deps);
  if (account === null) return c.notFound();
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.people.title, section: 'people', status, here: `/people/${account.id}` },
    <PersonView
      messages={messages}
      clock={c.get('clock')}
      account={account}
      link={link ?? null}
      problem={problem ?? null}
      saved={c.req.query('saved') === '1'}
    />,
  );
}

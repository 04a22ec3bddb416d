import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AccountError, invite } from '../../../actions/index.ts';
import { listAccounts } from '../../../store/index.ts';
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
    peoplePage(c, deps, { values: { roles: ['reviewer'] } });

/** Shows the link of a new invitation, once: only its hash is kept. */
export const invitePerson =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const read = readPerson(values, c.get('messages'));
    if (read.kind === 'wrong') return peoplePage(c, deps, { values, errors: read.errors, status: 400 });
    try {
      const token = await invite(deps, actorOf(c, deps), read.person);
      return peoplePage(c, deps, { values: {}, link: { name: read.person.name, url: linkTo(deps, token) } });
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      return peoplePage(c, deps, { values, errors: { email: c.get('messages').people.exists }, status: 409 });
    }
  };

interface PeopleState {
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  readonly link?: { readonly name: string; readonly url: string };
  readonly status?: ContentfulStatusCode;
}

async function peoplePage(
  c: WebContext,
  deps: FrontDeps,
  { values, errors = {}, link, status = 200 }: PeopleState,
): Promise<Response> {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.people.title, section: 'people', status, here: '/people' },
    <PeopleView
      messages={messages}
      accounts={await listAccounts(deps.db, deps.now())}
      values={values}
      errors={errors}
      link={link ?? null}
    />,
  );
}

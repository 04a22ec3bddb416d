import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  type CounterpartyProblem,
  changeCounterpartyFacts,
  createCounterparty,
  nameCounterpartyOf,
} from '../../../actions/index.ts';
import { parseCaseId, parseCounterpartyId } from '../../../cases/index.ts';
import { type Counterparty, isSharedDomain, todayIn } from '../../../response/index.ts';
import { loadCase } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { refusedPage } from '../decide/refused.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/fields.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { EditView } from './edit.tsx';
import { readCounterparty, valuesOfCounterparty } from './form.ts';
import { counterpartyAsked } from './route.tsx';

/** An empty form, or one that has the sender of a case in it. */
export const showNew =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) =>
    editPage(c, deps, null, { values: await valuesFromCase(c, deps) });

export const showEdit =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const one = await counterpartyAsked(c, deps);
    return one === null ? c.notFound() : editPage(c, deps, one, { values: valuesOfCounterparty(one) });
  };

export const saveNew =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const read = readCounterparty(values, todayIn(deps.company.timeZone, deps.now()), c.get('messages'));
    if ('errors' in read) return editPage(c, deps, null, { values, errors: read.errors });
    const made = await createCounterparty(deps, actorOf(c, deps), read.facts);
    if ('problem' in made) return editPage(c, deps, null, { values, errors: errorsOf(c, made.problem) });
    return c.redirect(`/counterparties/${made.saved.id}?saved=1`, 303);
  };

export const saveChange =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const one = await counterpartyAsked(c, deps);
    if (one === null) return c.notFound();
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const read = readCounterparty(values, todayIn(deps.company.timeZone, deps.now()), c.get('messages'));
    if ('errors' in read) return editPage(c, deps, one, { values, errors: read.errors });
    const version = Number(first(values, 'version'));
    const changed = await changeCounterpartyFacts(deps, actorOf(c, deps), one.id, version, read.facts);
    if ('problem' in changed) {
      const status = changed.problem.code === 'changed-meanwhile' ? 409 : 400;
      return editPage(c, deps, one, { values, errors: errorsOf(c, changed.problem), status });
    }
    return c.redirect(`/counterparties/${one.id}?saved=1`, 303);
  };

/** Says to which counterparty a case belongs, and goes back to it. */
export const nameOfCase =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = caseIdOf(c);
    const chosen = parseCounterpartyId(text((await c.req.parseBody()).counterparty, 20));
    try {
      await nameCounterpartyOf(deps, actorOf(c, deps), id, chosen);
    } catch (error) {
      return refusedPage(c, deps, error);
    }
    return c.redirect(`/cases/${id}#counterparty`, 303);
  };

/** How the sender of a case would stand in the form, as far as whoever asks may see it. */
async function valuesFromCase(c: WebContext, deps: FrontDeps): Promise<Values> {
  const id = parseCaseId(c.req.query('case') ?? '');
  const detail = id && (await loadCase(deps.db, id, visibilityOf(c), { texts: false }));
  const group = detail?.counterparty ?? '';
  if (group === '' || isSharedDomain(group, deps.sharedDomains)) return { kind: ['company'] };
  return group.includes('@') ? { kind: ['person'], addresses: [group] } : { kind: ['company'], domains: [group] };
}

const errorsOf = (c: WebContext, problem: CounterpartyProblem): Readonly<Record<string, string>> => {
  const said = c.get('messages').counterparties.problems[problem.code];
  if (!('sender' in problem)) return { version: said };
  return { [problem.sender.includes('@') ? 'addresses' : 'domains']: `${said} ${problem.sender.slice(0, 100)}` };
};

interface EditState {
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  readonly status?: ContentfulStatusCode;
}

function editPage(
  c: WebContext,
  deps: FrontDeps,
  counterparty: Counterparty | null,
  { values, errors = {}, status = Object.keys(errors).length === 0 ? 200 : 400 }: EditState,
): Promise<Response> {
  const messages = c.get('messages');
  const here = counterparty === null ? '/counterparties/new' : `/counterparties/${counterparty.id}/edit`;
  return page(
    c,
    deps,
    { title: messages.counterparties.title, section: 'counterparties', here, status },
    <EditView messages={messages} counterparty={counterparty} values={values} errors={errors} />,
  );
}

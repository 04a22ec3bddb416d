import type { Hono } from 'hono';
import { changeCounterparty, createCounterparty, type DoneBy, nameCounterpartyOf } from '../../../actions/index.ts';
import { parseCaseId } from '../../../cases/index.ts';
import { isSharedDomain } from '../../../response/index.ts';
import { loadCase } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import type { Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import type { Values } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { EditView } from './edit.tsx';
import { type Errors, errorOf, errorsOf, partsOf, valuesOfCounterparty } from './form.ts';
import { counterpartyAsked, showCounterparties, showCounterparty } from './route.tsx';

/** The register, and to whom in it a case belongs. */
export function mountCounterparties(app: Hono<WebEnv>, deps: FrontDeps): void {
  const course = { read: partsOf, show, back, says: ['wrong-day'] };
  app.get('/counterparties', showCounterparties(deps));
  onAct(app, deps, createCounterparty, course);
  app.get('/counterparties/new', async (c) => editPage(c, deps, await valuesFromCase(c, deps)));
  app.get('/counterparties/:counterparty', showCounterparty(deps));
  app.get('/counterparties/:counterparty/edit', (c) => editPage(c, deps, null));
  onAct(app, deps, changeCounterparty, course);
  onAct(app, deps, nameCounterpartyOf, {
    back: '/cases/:id#counterparty',
    show: (c) => casePage(c, deps, { status: 400 }),
  });
}

const show = (c: WebContext, deps: FrontDeps, tried: Tried) =>
  editPage(c, deps, tried.values, errorsOf(tried, c.get('messages')));

async function back(
  c: WebContext,
  deps: FrontDeps,
  done: DoneBy<typeof createCounterparty>,
  sent: Values,
): Promise<Response> {
  if ('saved' in done) return c.redirect(`/counterparties/${done.saved.id}?saved=1`, 303);
  if (done.problem.code === 'no-such-counterparty') return c.notFound();
  const status = done.problem.code === 'changed-meanwhile' ? 409 : 400;
  return editPage(c, deps, sent, errorOf(done.problem, c.get('messages')), status);
}

/** How the sender of a case would stand in the form, as far as whoever asks may see it. */
async function valuesFromCase(c: WebContext, deps: FrontDeps): Promise<Values> {
  const id = parseCaseId(c.req.query('case') ?? '');
  const detail = id && (await loadCase(deps.db, id, visibilityOf(c), { texts: false }));
  const group = detail?.counterparty ?? '';
  if (group === '' || isSharedDomain(group, deps.sharedDomains)) return { kind: ['company'] };
  return group.includes('@') ? { kind: ['person'], addresses: [group] } : { kind: ['company'], domains: [group] };
}

/** @param values null: as it stands in the register */
async function editPage(
  c: WebContext,
  deps: FrontDeps,
  values: Values | null,
  errors: Errors = {},
  status: 200 | 400 | 409 = Object.keys(errors).length === 0 ? 200 : 400,
): Promise<Response> {
  const counterparty = await counterpartyAsked(c, deps);
  if (counterparty === null && (values === null || c.req.param('counterparty') !== undefined)) return c.notFound();
  const messages = c.get('messages');
  const here = counterparty === null ? '/counterparties/new' : `/counterparties/${counterparty.id}/edit`;
  const shown = values ?? valuesOfCounterparty(counterparty!);
  return page(
    c,
    deps,
    { title: messages.counterparties.title, section: 'counterparties', here, status },
    <EditView messages={messages} counterparty={counterparty} values={shown} errors={errors} />,
  );
}

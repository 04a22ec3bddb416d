import { asToldTo } from '../../../actions/index.ts';
import { parseCaseId, parseCounterpartyId, speaksOf } from '../../../cases/index.ts';
import { type Counterparty, isSharedDomain, todayIn } from '../../../response/index.ts';
import { casesOfCounterparty, listCounterparties, loadCase, loadCounterparty, talksOf } from '../../../store/index.ts';
import { type FrontDeps, veiled } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import type { Values } from '../shell/form-values.ts';
import { can, page, type WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { tradingPointsFound } from '../trading/query.ts';
import { TradingSection } from '../trading/section.tsx';
import { EditView } from './edit.tsx';
import { type Errors, valuesOfCounterparty } from './form.ts';
import { ListView } from './list-view.tsx';
import { CounterpartyView } from './view.tsx';

const ON_A_PAGE = 50;
const LAST_PAGE = 2000;

/** A form that came and was not taken. */
interface Again {
  readonly values: Values;
  readonly errors: Errors;
  readonly status: 400 | 409;
}

/** The register, or what of it a word finds, and the form for one more where it is asked for. */
export async function showRegister(c: WebContext, deps: FrontDeps, again: Again | null): Promise<Response> {
  const messages = c.get('messages');
  const words = (c.req.query('q') ?? '').slice(0, 100);
  const asked = Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1);
  const number = Math.min(Math.max(asked, 1), LAST_PAGE);
  const companies = !can(c, 'counterparties.read');
  const slice = { words, companies, limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE };
  const mayManage = can(c, 'counterparties.manage');
  const adds = mayManage && (again !== null || c.req.query('add') === '1');
  const values = again?.values ?? (adds ? await valuesFromCase(c, deps) : {});
  return page(
    c,
    deps,
    { title: messages.counterparties.title, section: 'counterparties', status: again?.status ?? 200 },
    <ListView
      messages={messages}
      {...(await listCounterparties(deps.db, slice))}
      words={words}
      page={number}
      onAPage={ON_A_PAGE}
      mayManage={mayManage}
      form={adds && <EditView messages={messages} counterparty={null} values={values} errors={again?.errors ?? {}} />}
    />,
  );
}

/** How the sender of a case would stand in the form, as far as whoever asks may see it. */
async function valuesFromCase(c: WebContext, deps: FrontDeps): Promise<Values> {
  const id = parseCaseId(c.req.query('case') ?? '');
  const detail = id && (await loadCase(deps.db, id, visibilityOf(c), { texts: false }));
  const group = detail?.counterparty ?? '';
  if (group === '' || isSharedDomain(group, deps.sharedDomains)) return { kind: ['company'] };
  return group.includes('@') ? { kind: ['person'], addresses: [group] } : { kind: ['company'], domains: [group] };
}

/** What is written down of one counterparty, to be changed where that is asked for, and its cases as far as whoever looks may see them. */
export async function showCounterparty(
  c: WebContext,
  deps: FrontDeps,
  again: Again | null,
  tried: Tried | null = null, // of the record of rules and deeds, or of talks
): Promise<Response> {
  const id = parseCounterpartyId(c.req.param('counterparty') ?? '');
  const one = id && (await loadCounterparty(deps.db, id));
  const readsAll = can(c, 'counterparties.read');
  if (one === null || (!readsAll && one.kind !== 'company')) return c.notFound() as Response;
  const messages = c.get('messages');
  const person = c.get('person')!;
  const today = todayIn(deps.company.timeZone, deps.now());
  const mayManage = can(c, 'counterparties.manage');
  const values = again?.values ?? valuesOfCounterparty(one);
  const edits = mayManage && (again !== null || c.req.query('edit') === '1');
  return page(
    c,
    deps,
    { title: messages.counterparties.title, section: 'counterparties', status: again?.status ?? statusOf(tried) },
    <CounterpartyView
      messages={messages}
      clock={c.get('clock')}
      counterparty={one}
      inSight={readsAll ? await casesInSight(c, deps, one) : null}
      trading={
        one.kind === 'company' && (
          <TradingSection
            {...{ messages, today, tried }}
            counterparty={one}
            me={person.name}
            points={await tradingPointsFound(deps.db, one)}
            talks={await talksOf(deps.db, one.id)}
          />
        )
      }
      mayManage={mayManage}
      saved={c.req.query('saved') === '1'}
      dossier={can(c, 'cases.evidence') ? { tried, today } : null}
      form={
        edits ? <EditView messages={messages} counterparty={one} values={values} errors={again?.errors ?? {}} /> : null
      }
    />,
  );
}

/** Its cases, as far as whoever looks may see them. */
async function casesInSight(c: WebContext, deps: FrontDeps, one: Counterparty) {
  const slice = { limit: ON_A_PAGE, offset: 0 };
  const { cases, statuses } = await casesOfCounterparty(deps.db, one, slice, visibilityOf(c));
  const person = c.get('person')!;
  const { maskAll } = c.get('preferences');
  const told = await asToldTo(deps, actorOf(c, deps), cases);
  const named = told.map((row) => ({ ...row, hidden: row.closed === true || speaksOf(row, person) }));
  return { cases: await veiled(deps.db, named, { maskAll, language: c.get('language') }), statuses };
}

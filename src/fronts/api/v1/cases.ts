import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  asksForContent,
  asToldTo,
  DECIDING,
  hold,
  type PersonActor,
  type ProgramActor,
  Refusal,
  requireCaseId,
  searchCases,
} from '../../../actions/index.ts';
import { mayWith, parsePersonId } from '../../../cases/index.ts';
import { ACTS } from '../../../detect/index.ts';
import {
  type CaseFilter,
  caseListPage,
  listPeople,
  liveClaim,
  loadCase,
  standingOf,
  totalOf,
} from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { isUsualYear, LANGUAGES, veiled, viewCase } from '../../shared/index.ts';
import { standing } from '../acts/desk.ts';
import { caseFilter, slice } from '../schemas.ts';
import { People } from './answers.ts';
import { Case, CaseList, CaseStanding } from './case-answers.ts';
import { caseJson, rowJson } from './case-json.ts';
import { CaseIdParam, conflict, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf, askerOf, visibilityOf } from './env.ts';
import { onApi } from './on-api.ts';

const short = z.string().max(200).optional();
const time = z.iso.datetime({ offset: true }).refine(isUsualYear, 'year out of range').optional();

const CaseQuery = z.object({
  ...caseFilter,
  kind: z.enum(['mail', 'unreadable', 'report']).optional(),
  act: z.enum(ACTS).optional(),
  source: short,
  counterparty: short,
  since: time.openapi({ description: 'newest mail at this time or later' }),
  before: time.openapi({ description: 'newest mail earlier than this' }),
  assignee: short
    .refine((one) => one === undefined || parsePersonId(one) !== null)
    .openapi({ description: '`nobody`, `desk`, or the id of a person' }),
  q: short.openapi({
    description:
      'words, all of them: in subject, sender or text of kept mails, or the number or counterparty of a case',
  }),
  ...slice(50, 200),
});

const listRoute = createRoute({
  method: 'get',
  path: '/cases',
  summary: 'Cases, a page at a time: urgent first, then the oldest; decided ones by the newest decision',
  security,
  request: { query: CaseQuery },
  responses: { 200: json(CaseList, 'A page of cases.'), ...problems },
});

const CaseAsk = z.object({
  reveal: z.enum(['true', 'false']).default('false').openapi({ description: 'show painful words; is written down' }),
  language: z.enum(LANGUAGES).default('ja').openapi({ description: 'of the sentences' }),
  mail: z.coerce.number().int().min(1).max(9_999_999).optional().openapi({
    description: 'number of a mail, from 1: the page of mails that holds it; the newest mails when left out',
  }),
});

const showRoute = createRoute({
  method: 'get',
  path: '/cases/{id}',
  summary: 'A case with its mails, reasons and decisions',
  security,
  request: { params: CaseIdParam, query: CaseAsk },
  responses: { 200: json(Case, 'The case.'), ...noCase, ...problems },
});

const peopleRoute = createRoute({
  method: 'get',
  path: '/people',
  summary: 'To whom a case can be handed over',
  security,
  responses: { 200: json(People, 'Everyone who decides cases.'), ...problems },
});

export function addCases(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  const { db, audit, now, retention } = deps;

  api.openapi(listRoute, async (c) => {
    const { limit, offset, ...asked } = c.req.valid('query');
    const visibility = visibilityOf(c);
    const actor = actorOf(c, deps);
    const filter = await openTo(deps, actor, filterOf(asked));
    const looking = { person: null, now: now(), ...visibility };
    const found = await caseListPage(db, { ...filter, limit, offset }, looking);
    const told = await asToldTo(deps, actor, found, { narrowed: asksForContent(filter) });
    const cases = await veiled(db, told, { maskAll: false, language: 'ja' });
    const ids = cases.map(({ id }) => id);
    const standing = await standingOf(db, ids, visibility);
    const rows = cases.map((row) => rowJson(row, row.closed ? null : (standing.get(row.id) ?? null), retention));
    return c.json({ cases: rows, total: await totalOf(db, filter, visibility) }, 200);
  });

  api.openapi(showRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    const { reveal, language, mail } = c.req.valid('query');
    const revealed = reveal === 'true';
    const detail = await loadCase(db, id, visibilityOf(c), { at: mail === undefined ? mail : mail - 1 });
    if (detail === null) throw new Refusal({ code: 'no-such-case' });
    const action = revealed ? 'case.reveal' : 'case.view';
    await audit.record({ ...askerOf(c, deps), action, target: `case/${id}`, details: {} });
    const view = await viewCase(deps, detail, { language, revealed, maskAll: false });
    return c.json(caseJson(view, await liveClaim(db, id, now())), 200);
  });

  onApi(api, deps, DECIDING, {
    summary: 'Approve, dismiss, hand over, or undo the newest of these',
    description:
      'An approval needs `severity`, and `declaration` or all of `elements`, given by their states or as a list of those that are met. What is left out of it: the acts that were found, `declaration` true, `ownCause` unclear, elements that nobody has judged. `missed` are words of the mails that no entry found, `misfires` entries that were wrong to match. `to` names a person by id or address.',
    responses: { 201: json(CaseStanding, 'It is recorded.'), ...noCase, ...conflict, ...problems },
    tell: standing,
  });
  onApi(api, deps, hold, {
    summary: 'Keep a case whatever its age, or end that',
    responses: { 200: json(CaseStanding, 'So it is now.'), ...noCase, ...problems },
    tell: standing,
  });

  api.openapi(peopleRoute, async (c) => {
    const people = (await listPeople(db)).filter(({ roles }) => mayWith(roles, 'cases.decide'));
    return c.json({ people: people.map(({ id, name }) => ({ id, name })) }, 200);
  });
}

/** A search finds nothing in cases that are closed to whoever made the token: being found would tell that the words stand there. */
async function openTo(deps: FrontDeps, actor: ProgramActor, filter: CaseFilter): Promise<CaseFilter> {
  if (actor.owner === null || filter.words === undefined) return filter;
  const { words: _, ...rest } = filter;
  const person: PersonActor = { ...actor.owner, kind: 'person', roles: actor.roles, address: actor.address };
  const whole = { filter: rest, most: Number.POSITIVE_INFINITY, looked: Number.POSITIVE_INFINITY };
  const search = await searchCases(deps, person, filter, { list: whole });
  return search === null ? filter : { ...rest, among: search.among };
}

function filterOf({
  since,
  before,
  assignee,
  q,
  ...same
}: Omit<z.output<typeof CaseQuery>, 'limit' | 'offset'>): CaseFilter {
  return {
    ...same,
    ...(since === undefined ? {} : { since: new Date(since) }),
    ...(before === undefined ? {} : { before: new Date(before) }),
    ...(q === undefined ? {} : { words: q }),
    ...(assignee === undefined ? {} : { assignee: assigneeOf(assignee) }),
  };
}

const assigneeOf = (asked: string): NonNullable<CaseFilter['assignee']> =>
  asked === 'nobody' || asked === 'desk' ? { kind: asked } : { kind: 'person', id: parsePersonId(asked)! }; // as the query was checked

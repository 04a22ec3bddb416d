import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { setHold } from '../../../actions/index.ts';
import { decisionDeed } from '../../../audit/index.ts';
import { CaseError, gapsOf, mayWith } from '../../../cases/index.ts';
import { ACTS } from '../../../detect/index.ts';
import {
  type CaseFilter,
  type Db,
  decide,
  listPeople,
  liveClaim,
  loadCase,
  queuePage,
  totalOf,
  type Visibility,
} from '../../../store/index.ts';
import { type FrontDeps, LANGUAGES, viewCase } from '../../shared/index.ts';
// biome-ignore lint/style/noRestrictedImports: until actions ask by themselves who is recused
import { recusedFrom } from '../../web/cases/recusal.tsx';
import { wrongRequest } from '../problem.ts';
import { caseFilter, DecisionBody, decisionOf, HoldBody, slice } from '../schemas.ts';
import { People } from './answers.ts';
import { Case, CaseList, CaseStanding } from './case-answers.ts';
import { caseJson, rowJson } from './case-json.ts';
import { bodyOf, CaseIdParam, conflict, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, programOf, visibilityOf } from './env.ts';

const short = z.string().max(200).optional();
const time = z.iso.datetime({ offset: true }).optional();

const CaseQuery = z.object({
  ...caseFilter,
  kind: z.enum(['mail', 'unreadable', 'report']).optional(),
  act: z.enum(ACTS).optional(),
  source: short,
  counterparty: short,
  since: time.openapi({ description: 'newest mail at this time or later' }),
  before: time.openapi({ description: 'newest mail earlier than this' }),
  assignee: short.openapi({ description: '`nobody`, `desk`, or the id of a person' }),
  q: short.openapi({ description: 'words in subject or sender' }),
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
});

const showRoute = createRoute({
  method: 'get',
  path: '/cases/{id}',
  summary: 'A case with its mails, reasons and decisions',
  security,
  request: { params: CaseIdParam, query: CaseAsk },
  responses: { 200: json(Case, 'The case.'), ...noCase, ...problems },
});

const decideRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/decisions',
  summary: 'Approve, dismiss, hand over, or undo the newest decision',
  description:
    'An approval needs `severity`, and `declaration` or all of `elements`. What is left out of it: the acts that were found, `declaration` true, `ownCause` unclear.',
  security,
  request: { params: CaseIdParam, body: bodyOf(DecisionBody) },
  responses: { 201: json(CaseStanding, 'It is recorded.'), ...noCase, ...conflict, ...problems },
});

const holdRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/hold',
  summary: 'Keep a case whatever its age, or end that',
  security,
  request: { params: CaseIdParam, body: bodyOf(HoldBody) },
  responses: { 200: json(CaseStanding, 'So it is now.'), ...noCase, ...problems },
});

const peopleRoute = createRoute({
  method: 'get',
  path: '/people',
  summary: 'To whom a case can be handed over',
  security,
  responses: { 200: json(People, 'Everyone who decides cases.'), ...problems },
});

export function addCases(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  const { db, audit, now } = deps;

  api.openapi(listRoute, async (c) => {
    const { limit, offset, ...asked } = c.req.valid('query');
    const filter = filterOf(asked);
    const visibility = visibilityOf(c);
    const looking = { person: c.get('token').id, now: now(), ...visibility };
    const cases = await queuePage(db, { ...filter, limit, offset }, looking);
    return c.json({ cases: cases.map(rowJson), total: await totalOf(db, filter, visibility) }, 200);
  });

  api.openapi(showRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { reveal, language } = c.req.valid('query');
    const revealed = reveal === 'true';
    const detail = await loadCase(db, id, visibilityOf(c));
    if (detail === null) throw noSuchCase();
    const action = revealed ? 'case.reveal' : 'case.view';
    await audit.record({ ...programOf(c, deps), action, target: `case/${id}`, details: {} });
    const view = await viewCase(deps, detail, { language, revealed, maskAll: false });
    return c.json(caseJson(view, await liveClaim(db, id, now())), 200);
  });

  api.openapi(decideRoute, async (c) => {
    const { id } = c.req.valid('param');
    const [body, visibility] = [c.req.valid('json'), visibilityOf(c)];
    const decision = await decisionOf(db, id, body, visibility);
    if (
      body.kind === 'hand-over' &&
      body.to.kind === 'person' &&
      (await recusedFrom(deps, id, visibility)).has(body.to.id)
    )
      throw wrongRequest('to.id: this person does not decide this case');
    const gaps = decision.kind === 'approve' ? gapsOf(decision) : [];
    if (gaps.length > 0) throw wrongRequest(`${gaps.join(', ')}: missing for an approval`);
    const by = programOf(c, deps);
    await audit.during(
      (tx) => decide(tx, id, decision, by.name, by.at, { visibility }),
      () => ({ ...by, ...decisionDeed(id, decision) }),
    );
    return c.json(await standingOf(db, id, visibility), 201);
  });

  api.openapi(holdRoute, async (c) => {
    const { id } = c.req.valid('param');
    await setHold(deps, id, c.req.valid('json').hold, programOf(c, deps), visibilityOf(c));
    return c.json(await standingOf(db, id, visibilityOf(c)), 200);
  });

  api.openapi(peopleRoute, async (c) => {
    const people = (await listPeople(db)).filter(({ roles }) => mayWith(roles, 'cases.decide'));
    return c.json({ people: people.map(({ id, name }) => ({ id, name })) }, 200);
  });
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
  asked === 'nobody' || asked === 'desk' ? { kind: asked } : { kind: 'person', id: asked };

async function standingOf(db: Db, id: string, visibility: Visibility): Promise<z.output<typeof CaseStanding>> {
  const detail = await loadCase(db, id, visibility);
  if (detail === null) throw noSuchCase();
  const { status, heldBy } = detail;
  return { id, status, heldBy };
}

const noSuchCase = (): CaseError => new CaseError('not-found', 'There is no such case.');

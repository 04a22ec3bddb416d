import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { requireCaseId } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { InForceQuery, inForceFor, LiftBody, liftAs, measuresFor, ProposalBody, proposeAs } from '../acts/measures.ts';
import { bodyOf, CaseIdParam, conflict, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';
import { Done, InForceList, Measures } from './response-answers.ts';

const params = CaseIdParam.extend({ measure: z.string() });
const done = { ...noCase, ...conflict, ...problems };

const inForceRoute = createRoute({
  method: 'get',
  path: '/measures',
  summary: 'Measures in force, by counterparty',
  security,
  request: { query: InForceQuery },
  responses: { 200: json(InForceList, 'What is in force.'), ...problems },
});

const listRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/measures',
  summary: 'The measures of a case, the newest first',
  security,
  request: { params: CaseIdParam },
  responses: { 200: json(Measures, 'The measures.'), ...noCase, ...problems },
});

const proposeRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/measures',
  summary: 'Propose a step against the counterparty of an approved case: it waits for a second person',
  security,
  request: { params: CaseIdParam, body: bodyOf(ProposalBody) },
  responses: { 201: json(Done, 'It is proposed.'), ...done },
});

const liftRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/measures/{measure}/lift',
  summary: 'End a measure in force, with a reason',
  security,
  request: { params, body: bodyOf(LiftBody) },
  responses: { 200: json(Done, 'It has ended.'), ...done },
});

export function addMeasures(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  api.openapi(inForceRoute, async (c) => c.json(await inForceFor(deps, actorOf(c, deps), c.req.valid('query')), 200));
  api.openapi(listRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await measuresFor(deps, actorOf(c, deps), id), 200);
  });
  api.openapi(proposeRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await proposeAs(deps, actorOf(c, deps), id, c.req.valid('json')), 201);
  });
  api.openapi(liftRoute, async (c) => {
    const { id, measure } = c.req.valid('param');
    return c.json(await liftAs(deps, actorOf(c, deps), requireCaseId(id), measure, c.req.valid('json')), 200);
  });
}

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { endMeasure, proposeMeasure, requireCaseId } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { ended, InForceQuery, inForceFor, measuresFor, proposed } from '../acts/measures.ts';
import { CaseIdParam, conflict, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';
import { onApi } from './on-api.ts';
import { Done, InForceList, Measures } from './response-answers.ts';

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

export function addMeasures(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  api.openapi(inForceRoute, async (c) => c.json(await inForceFor(deps, actorOf(c, deps), c.req.valid('query')), 200));
  api.openapi(listRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await measuresFor(deps, actorOf(c, deps), id), 200);
  });
  onApi(api, deps, proposeMeasure, {
    summary: 'Propose a step against the counterparty of an approved case: it waits for a second person',
    responses: { 201: json(Done, 'It is proposed.'), ...done },
    tell: proposed,
  });
  onApi(api, deps, endMeasure, {
    summary: 'End a measure in force, with a reason',
    responses: { 200: json(Done, 'It has ended.'), ...done },
    tell: ended,
  });
}

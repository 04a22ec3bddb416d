import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { noteInCase, requireCaseId, strikeInCase } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { caseFileFor } from '../acts/case-file.ts';
import { ShownBody } from '../acts/desk.ts';
import { CaseIdParam, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';
import { onApi } from './on-api.ts';
import { CaseFile, Done } from './response-answers.ts';

const showRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/file',
  summary: 'What happened in a case and is noted of it: people, facts, effects, causes, judgements',
  security,
  request: { params: CaseIdParam, query: ShownBody },
  responses: { 200: json(CaseFile, 'The case file.'), ...noCase, ...problems },
});

export function addCaseFile(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  api.openapi(showRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await caseFileFor(deps, actorOf(c, deps), id, c.req.valid('query')), 200);
  });
  onApi(api, deps, noteInCase, {
    summary: 'Note something in the file of a case',
    description:
      'A person needs `as` and `relation`, a fact `words`, an effect `harm` and `words`, a cause `cause`, a judgement `words`; what is of other kinds is left aside.',
    responses: { 201: json(Done, 'It is noted.'), ...noCase, ...problems },
    tell: ({ id }) => ({ id }),
  });
  onApi(api, deps, strikeInCase, {
    summary: 'Strike a note that was wrong; it stays readable',
    responses: { 200: json(Done, 'It is struck.'), ...noCase, ...problems },
    tell: (struck) => struck,
  });
}

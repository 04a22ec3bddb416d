import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { assign, comment, endSenderWatch, requireCaseId, watchSender } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import {
  assigned,
  commented,
  commentsFor,
  ShownBody,
  TogetherBody,
  togetherAs,
  togetherBodies,
  watched,
  watchesAs,
} from '../acts/desk.ts';
import { parsed } from '../problem.ts';
import { CaseIdParam, conflict, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';
import { onApi, onJson } from './on-api.ts';
import { Assigned, Comments, Done, Outcomes, Watched, Watches } from './response-answers.ts';

const commentsRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/comments',
  summary: 'What was written to a case without deciding it; reading it is written down',
  security,
  request: { params: CaseIdParam, query: ShownBody },
  responses: { 200: json(Comments, 'The comments, oldest first.'), ...noCase, ...problems },
});

const watchesRoute = createRoute({
  method: 'get',
  path: '/watches',
  summary: 'Senders that are watched',
  security,
  responses: { 200: json(Watches, 'The watches, the next to end first.'), ...problems },
});

export function addDesk(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  onApi(api, deps, assign, {
    summary: 'Have an open case wait for a person, named by id or address; null: for nobody',
    responses: { 200: json(Assigned, 'For whom it waits now.'), ...noCase, ...conflict, ...problems },
    tell: assigned,
  });
  api.openapi(commentsRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await commentsFor(deps, actorOf(c, deps), id, c.req.valid('query')), 200);
  });
  onApi(api, deps, comment, {
    summary: 'Write a comment; `@` with a name calls those who may see the case',
    responses: { 201: json(Done, 'It is written.'), ...noCase, ...problems },
    tell: commented,
  });
  onApi(api, deps, watchSender, {
    summary: 'Watch who wrote the newest mail: theirs are shown whatever their band, to the end of a day',
    responses: { 201: json(Watched, 'It is watched.'), ...noCase, ...problems },
    tell: watched,
  });
  api.openapi(watchesRoute, async (c) => c.json(await watchesAs(deps, actorOf(c, deps)), 200));
  onApi(api, deps, endSenderWatch, {
    summary: 'End a watch',
    responses: { 200: json(Done, 'It has ended.'), ...noCase, ...problems },
    tell: (ended) => ended,
  });
  const together = {
    summary: 'Dismiss, hand over or assign several cases, one after another',
    description: 'Each case is asked its own rules: one that is refused says why and keeps no other back.',
    bodies: togetherBodies(),
    responses: { 200: json(Outcomes, 'What came of each.'), ...problems },
  };
  onJson(api, '/decisions', together, (c, sent) => togetherAs(deps, actorOf(c, deps), parsed(TogetherBody, sent)));
}

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { requireCaseId } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import {
  AssignBody,
  assignAs,
  CommentBody,
  commentAs,
  commentsFor,
  endWatchAs,
  ShownBody,
  TogetherBody,
  togetherAs,
  WatchBody,
  watchAs,
  watchesAs,
} from '../acts/desk.ts';
import { bodyOf, CaseIdParam, conflict, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';
import { Assigned, Comments, Done, Outcomes, Watched, Watches } from './response-answers.ts';

const assignRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/assignment',
  summary: 'Have an open case wait for a person, named by id or address; null: for nobody',
  security,
  request: { params: CaseIdParam, body: bodyOf(AssignBody) },
  responses: { 200: json(Assigned, 'For whom it waits now.'), ...noCase, ...conflict, ...problems },
});

const commentsRoute = createRoute({
  method: 'get',
  path: '/cases/{id}/comments',
  summary: 'What was written to a case without deciding it; reading it is written down',
  security,
  request: { params: CaseIdParam, query: ShownBody },
  responses: { 200: json(Comments, 'The comments, oldest first.'), ...noCase, ...problems },
});

const commentRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/comments',
  summary: 'Write a comment; `@` with a name calls those who may see the case',
  security,
  request: { params: CaseIdParam, body: bodyOf(CommentBody) },
  responses: { 201: json(Done, 'It is written.'), ...noCase, ...problems },
});

const watchRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/watch',
  summary: 'Watch who wrote the newest mail: theirs are shown whatever their band, to the end of a day',
  security,
  request: { params: CaseIdParam, body: bodyOf(WatchBody) },
  responses: { 201: json(Watched, 'It is watched.'), ...noCase, ...problems },
});

const watchesRoute = createRoute({
  method: 'get',
  path: '/watches',
  summary: 'Senders that are watched',
  security,
  responses: { 200: json(Watches, 'The watches, the next to end first.'), ...problems },
});

const endWatchRoute = createRoute({
  method: 'post',
  path: '/watches/{watch}/end',
  summary: 'End a watch',
  security,
  request: { params: z.object({ watch: z.string() }) },
  responses: { 200: json(Done, 'It has ended.'), ...noCase, ...problems },
});

const togetherRoute = createRoute({
  method: 'post',
  path: '/decisions',
  summary: 'Dismiss, hand over or assign several cases, one after another',
  description: 'Each case is asked its own rules: one that is refused says why and keeps no other back.',
  security,
  request: { body: bodyOf(TogetherBody) },
  responses: { 200: json(Outcomes, 'What came of each.'), ...problems },
});

export function addDesk(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  api.openapi(assignRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await assignAs(deps, actorOf(c, deps), id, c.req.valid('json')), 200);
  });
  api.openapi(commentsRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await commentsFor(deps, actorOf(c, deps), id, c.req.valid('query')), 200);
  });
  api.openapi(commentRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await commentAs(deps, actorOf(c, deps), id, c.req.valid('json')), 201);
  });
  api.openapi(watchRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await watchAs(deps, actorOf(c, deps), id, c.req.valid('json')), 201);
  });
  api.openapi(watchesRoute, async (c) => c.json(await watchesAs(deps, actorOf(c, deps)), 200));
  api.openapi(endWatchRoute, async (c) =>
    c.json(await endWatchAs(deps, actorOf(c, deps), c.req.valid('param').watch), 200),
  );
  api.openapi(togetherRoute, async (c) => c.json(await togetherAs(deps, actorOf(c, deps), c.req.valid('json')), 200));
}

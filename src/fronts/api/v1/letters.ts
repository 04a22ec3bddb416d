import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { requireCaseId } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import {
  fileOfLetter,
  LETTER_FILES,
  lettersFor,
  ReplyBody,
  replyAs,
  SentBody,
  sentAs,
  withdrawAs,
} from '../acts/letters.ts';
import { bodyOf, CaseIdParam, conflict, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';
import { Done, Letters } from './response-answers.ts';

const params = CaseIdParam.extend({ letter: z.string() });
const path = '/cases/{id}/letters' as const;
const one = `${path}/{letter}` as const;
const done = { ...noCase, ...conflict, ...problems };

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The letters of a case: how far each has come, nothing of what they say',
  security,
  request: { params: CaseIdParam },
  responses: { 200: json(Letters, 'The letters.'), ...noCase, ...problems },
});

const withdrawRoute = createRoute({
  method: 'post',
  path: `${one}/withdraw`,
  summary: 'Withdraw a letter that has not gone out',
  security,
  request: { params },
  responses: { 200: json(Done, 'It is withdrawn.'), ...done },
});

const sentRoute = createRoute({
  method: 'post',
  path: `${one}/sent`,
  summary: 'Write down when and how somebody sent an approved letter; Komainu sends none',
  security,
  request: { params, body: bodyOf(SentBody) },
  responses: { 200: json(Done, 'It is written down.'), ...done },
});

const replyRoute = createRoute({
  method: 'post',
  path: `${one}/reply`,
  summary: 'Write down what came back',
  security,
  request: { params, body: bodyOf(ReplyBody) },
  responses: { 200: json(Done, 'It is written down.'), ...done },
});

const fileRoute = createRoute({
  method: 'get',
  path: `${one}/files/{file}`,
  summary: 'A file of an approved letter; saving it is written down',
  security,
  request: { params: params.extend({ file: z.enum(LETTER_FILES) }) },
  responses: {
    200: {
      description: 'The file.',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...done,
  },
});

export function addLetters(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  api.openapi(listRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await lettersFor(deps, actorOf(c, deps), id), 200);
  });
  api.openapi(withdrawRoute, async (c) => {
    const { id, letter } = c.req.valid('param');
    return c.json(await withdrawAs(deps, actorOf(c, deps), requireCaseId(id), letter), 200);
  });
  api.openapi(sentRoute, async (c) => {
    const { id, letter } = c.req.valid('param');
    return c.json(await sentAs(deps, actorOf(c, deps), requireCaseId(id), letter, c.req.valid('json')), 200);
  });
  api.openapi(replyRoute, async (c) => {
    const { id, letter } = c.req.valid('param');
    return c.json(await replyAs(deps, actorOf(c, deps), requireCaseId(id), letter, c.req.valid('json')), 200);
  });
  api.openapi(fileRoute, async (c) => {
    const { id, letter, file } = c.req.valid('param');
    const { bytes, name } = await fileOfLetter(deps, actorOf(c, deps), requireCaseId(id), letter, file);
    return c.body(bytes, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
    });
  });
}

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  LETTER_FILES,
  noteLetterReply,
  noteLetterSent,
  requireCaseId,
  saveLetterFile,
  withdrawLetter,
} from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { done } from '../acts/act.ts';
import { fileNameOf, letterNamed, lettersFor } from '../acts/letters.ts';
import { CaseIdParam, conflict, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';
import { onApi } from './on-api.ts';
import { Done, Letters } from './response-answers.ts';

const params = CaseIdParam.extend({ letter: z.string() });
const path = '/cases/{id}/letters' as const;
const one = `${path}/{letter}` as const;
const NOTED = 'It is written down.';
const refused = { ...noCase, ...conflict, ...problems };

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The letters of a case: how far each has come, nothing of what they say',
  security,
  request: { params: CaseIdParam },
  responses: { 200: json(Letters, 'The letters.'), ...noCase, ...problems },
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
    ...refused,
  },
});

export function addLetters(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  api.openapi(listRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await lettersFor(deps, actorOf(c, deps), id), 200);
  });
  for (const [act, summary, said] of [
    [withdrawLetter, 'Withdraw a letter that has not gone out', 'It is withdrawn.'],
    [noteLetterSent, 'Write down when and how somebody sent an approved letter; Komainu sends none', NOTED],
    [noteLetterReply, 'Write down what came back', NOTED],
  ] as const)
    onApi(api, deps, act, { summary, responses: { 200: json(Done, said), ...refused }, tell: letterNamed });
  api.openapi(fileRoute, async (c) => {
    const saved = await done(saveLetterFile, deps, actorOf(c, deps), c);
    return c.body(saved.bytes, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${fileNameOf(saved, c.req.valid('param').file)}"`,
    });
  });
}

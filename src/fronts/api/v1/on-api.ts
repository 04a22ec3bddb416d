import { type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DeclaredAct, DoneBy } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { bodySchema, done } from '../acts/act.ts';
import { wrongRequest } from '../problem.ts';
import { NAMED, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';

interface ApiAct<A extends DeclaredAct> {
  readonly summary: string;
  readonly responses: RouteConfig['responses']; // the first is that of success
  readonly tell: (done: DoneBy<A>) => object;
}

/** Takes an act by the API, at the address that it has in the review app, and describes it. */
export function onApi<A extends DeclaredAct>(
  api: OpenAPIHono<ApiEnv>,
  deps: FrontDeps,
  act: A,
  { summary, responses, tell }: ApiAct<A>,
): void {
  const named = [...act.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const asks = Object.keys(act.ask).length > named.length;
  const params = z.object(
    Object.fromEntries(named.map((name) => [name, name in NAMED ? NAMED[name as keyof typeof NAMED] : z.string()])),
  );
  const body = { required: true, content: { 'application/json': { schema: bodySchema(act) } } };
  api.openAPIRegistry.registerPath({
    method: 'post',
    path: `${act.path.replace(/:(\w+)/g, '{$1}')}`,
    summary,
    security,
    request: { params, ...(asks ? { body } : {}) },
    responses,
  } as RouteConfig);
  const status = Number(Object.keys(responses)[0]) as ContentfulStatusCode;
  api.post(act.path, async (c) => {
    const sent: unknown = asks ? await c.req.json().catch(() => null) : {};
    if (typeof sent !== 'object' || sent === null) throw wrongRequest('request: expected a JSON object');
    return c.json(tell(await done(act, deps, actorOf(c, deps), c, sent)), status);
  });
}

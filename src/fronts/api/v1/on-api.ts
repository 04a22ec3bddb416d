import { type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DeclaredAct, DoneBy } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { bodySchema, done, meantOf } from '../acts/act.ts';
import { wrongRequest } from '../problem.ts';
import { NAMED, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';

interface Told {
  readonly summary: string;
  readonly description?: string;
  readonly responses: RouteConfig['responses']; // the first is that of success
}

interface ApiAct<A extends DeclaredAct> extends Told {
  readonly tell: (done: DoneBy<A>) => object;
}

/** Takes an act by the API, or several that share an address there, and describes it. */
export function onApi<A extends DeclaredAct>(
  api: OpenAPIHono<ApiEnv>,
  deps: FrontDeps,
  act: A | readonly A[],
  { tell, ...told }: ApiAct<A>,
): void {
  const acts = [act].flat() as A[];
  const path = acts[0]!.api?.path ?? acts[0]!.path;
  const named = namesIn(path);
  const asks = acts.length > 1 || Object.keys(acts[0]!.ask).length > named.length;
  const bodies = acts.map((one) => {
    const kind = one.api?.kind;
    return bodySchema(one, named, kind === undefined ? {} : { kind: z.enum([kind]) });
  });
  onJson(api, path, { ...told, bodies: asks ? bodies : [] }, async (c, sent) => {
    const [one, written]: readonly [A, object] = acts.length === 1 ? [acts[0]!, sent] : meantOf(acts, sent);
    return tell(await done(one, deps, actorOf(c, deps), c, written));
  });
}

/** Takes one of several bodies as JSON, and describes them; none: nothing is asked. */
export function onJson(
  api: OpenAPIHono<ApiEnv>,
  path: string,
  { bodies, ...told }: Told & { readonly bodies: readonly object[] },
  answer: (c: Context<ApiEnv>, sent: object) => Promise<object>,
): void {
  const params = z.object(
    Object.fromEntries(
      namesIn(path).map((name) => [name, name in NAMED ? NAMED[name as keyof typeof NAMED] : z.string()]),
    ),
  );
  const schema = bodies.length > 1 ? { oneOf: bodies } : bodies[0];
  const body = schema === undefined ? {} : { body: { required: true, content: { 'application/json': { schema } } } };
  api.openAPIRegistry.registerPath({
    ...told,
    method: 'post',
    path: `${path.replace(/:(\w+)/g, '{$1}')}`,
    security,
    request: { params, ...body },
  } as RouteConfig);
  const status = Number(Object.keys(told.responses)[0]) as ContentfulStatusCode;
  api.post(path, async (c) => {
    const sent: unknown = schema === undefined ? {} : await c.req.json().catch(() => null);
    if (typeof sent !== 'object' || sent === null) throw wrongRequest('request: expected a JSON object');
    return c.json(await answer(c, sent), status);
  });
}

const namesIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

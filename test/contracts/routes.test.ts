import type { Hono } from 'hono';
import { it } from 'vitest';
import type { LocalApiDeps } from '../../src/fronts/api/local/deps.ts';
import { localApi } from '../../src/fronts/api/local/index.ts';
import { actor } from '../../src/fronts/api/local/request.ts';
import { apiApp } from '../../src/fronts/api/v1/index.ts';
import { accessOf, isRoute } from '../../src/fronts/shared/access.ts';
import type { FrontDeps } from '../../src/fronts/shared/index.ts';
import { webApp } from '../../src/fronts/web/index.ts';
import { anything } from './anything.ts';
import { expectLines } from './lines.ts';

/** Who is let in stands apart from the program's own table in `test/fronts/web/rights.integration.test.ts`. */
const rightsOf = (app: Pick<Hono, 'routes'>): string[] =>
  app.routes.filter(isRoute).map((route) => `${route.path} ${route.method}: ${accessOf(route)}`);

it('routes of the review app, and the right that each asks', async () => {
  await expectLines('routes-web.txt', rightsOf(webApp(anything<FrontDeps>())));
});

it('routes of the API, and the right that each asks', async () => {
  await expectLines('routes-api.txt', rightsOf(apiApp(anything<FrontDeps>())));
});

it('routes of the local API, and whether they ask who gives the command', async () => {
  const { routes } = localApi(anything<LocalApiDeps>());
  const named = new Set(
    routes.filter(({ handler }) => handler === actor).map(({ method, path }) => `${path} ${method}`),
  );
  const keys = new Set(routes.filter(isRoute).map(({ method, path }) => `${path} ${method}`));
  await expectLines(
    'routes-local.txt',
    [...keys].map((key) => `${key}: ${named.has(key) ? 'a named operator' : 'anyone on the socket'}`),
  );
});

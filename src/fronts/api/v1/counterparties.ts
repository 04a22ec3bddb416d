import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { changeCounterparty, createCounterparty, nameCounterpartyOf } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import {
  CounterpartyQuery,
  counterpartiesFor,
  counterpartyShown,
  namedOfCase,
  savedJson,
} from '../acts/counterparties.ts';
import { conflict, json, NAMED, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';
import { onApi } from './on-api.ts';
import { Counterparties, CounterpartySaved, CounterpartyShown, Done } from './response-answers.ts';

const Which = z.object({ counterparty: NAMED.counterparty });

const listRoute = createRoute({
  method: 'get',
  path: '/counterparties',
  summary: 'The register of the other side, by name; `q`: words of names, domains and addresses',
  security,
  request: { query: CounterpartyQuery },
  responses: { 200: json(Counterparties, 'A page of the register.'), ...problems },
});

const showRoute = createRoute({
  method: 'get',
  path: '/counterparties/{counterparty}',
  summary: 'One counterparty, with the clause of its contract and how many of its cases the token may see',
  security,
  request: { params: Which },
  responses: { 200: json(CounterpartyShown, 'The counterparty.'), ...noCase, ...problems },
});

export function addCounterparties(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  api.openapi(listRoute, async (c) => c.json(await counterpartiesFor(deps, c.req.valid('query')), 200));
  api.openapi(showRoute, async (c) =>
    c.json(await counterpartyShown(deps, actorOf(c, deps), c.req.valid('param').counterparty), 200),
  );
  onApi(api, deps, createCounterparty, {
    summary: 'Write a company or person of the other side down',
    responses: { 201: json(CounterpartySaved, 'It is written down.'), ...conflict, ...problems },
    tell: savedJson,
  });
  onApi(api, deps, changeCounterparty, {
    summary: 'Change what the body names; `version` is the one that was read',
    responses: { 200: json(CounterpartySaved, 'So it is now.'), ...noCase, ...conflict, ...problems },
    tell: savedJson,
  });
  onApi(api, deps, nameCounterpartyOf, {
    summary: 'Say to which counterparty a case belongs; null leaves it to its sender',
    responses: { 200: json(Done, 'So it is now.'), ...noCase, ...problems },
    tell: namedOfCase,
  });
}

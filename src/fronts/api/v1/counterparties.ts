import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { requireCaseId } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import {
  CounterpartyChange,
  CounterpartyOfCase,
  CounterpartyQuery,
  changeCounterpartyAs,
  counterpartiesFor,
  counterpartyShown,
  createCounterpartyAs,
  NewCounterparty,
  nameCounterpartyAs,
} from '../acts/counterparties.ts';
import { bodyOf, CaseIdParam, conflict, json, noCase, problems, security } from './components.ts';
import { type ApiEnv, actorOf } from './env.ts';
import { Counterparties, CounterpartySaved, CounterpartyShown, Done } from './response-answers.ts';

const Which = z.object({ counterparty: z.string().openapi({ description: 'number of a counterparty' }) });

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

const createCounterpartyRoute = createRoute({
  method: 'post',
  path: '/counterparties',
  summary: 'Write a company or person of the other side down',
  security,
  request: { body: bodyOf(NewCounterparty) },
  responses: { 201: json(CounterpartySaved, 'It is written down.'), ...conflict, ...problems },
});

const changeRoute = createRoute({
  method: 'post',
  path: '/counterparties/{counterparty}',
  summary: 'Change what the body names; `version` is the one that was read',
  security,
  request: { params: Which, body: bodyOf(CounterpartyChange) },
  responses: { 200: json(CounterpartySaved, 'So it is now.'), ...noCase, ...conflict, ...problems },
});

const nameRoute = createRoute({
  method: 'post',
  path: '/cases/{id}/counterparty',
  summary: 'Say to which counterparty a case belongs; null leaves it to its sender',
  security,
  request: { params: CaseIdParam, body: bodyOf(CounterpartyOfCase) },
  responses: { 200: json(Done, 'So it is now.'), ...noCase, ...problems },
});

export function addCounterparties(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  api.openapi(listRoute, async (c) => c.json(await counterpartiesFor(deps, c.req.valid('query')), 200));
  api.openapi(showRoute, async (c) =>
    c.json(await counterpartyShown(deps, actorOf(c, deps), c.req.valid('param').counterparty), 200),
  );
  api.openapi(createCounterpartyRoute, async (c) =>
    c.json(await createCounterpartyAs(deps, actorOf(c, deps), c.req.valid('json')), 201),
  );
  api.openapi(changeRoute, async (c) => {
    const { counterparty } = c.req.valid('param');
    return c.json(await changeCounterpartyAs(deps, actorOf(c, deps), counterparty, c.req.valid('json')), 200);
  });
  api.openapi(nameRoute, async (c) => {
    const id = requireCaseId(c.req.valid('param').id);
    return c.json(await nameCounterpartyAs(deps, actorOf(c, deps), id, c.req.valid('json')), 200);
  });
}

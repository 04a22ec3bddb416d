import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { ownVersion } from '../../../util/paths.ts';
import {
  everyRouteDeclared,
  type FrontDeps,
  headers,
  noForeignPages,
  ownHostsOnly,
  smallForms,
  unstored,
} from '../../shared/index.ts';
import { problem, problemHandler, wrongValue } from '../problem.ts';
import { addCaseFile } from './case-file.ts';
import { addCases } from './cases.ts';
import { addCounterparties } from './counterparties.ts';
import { addDesk } from './desk.ts';
import type { ApiEnv } from './env.ts';
import { tokenGuard } from './guard.ts';
import { addLetters } from './letters.ts';
import { addMeasures } from './measures.ts';
import { addNumbers } from './numbers.ts';
import { addOperations } from './operations.ts';

export const API_PATH = '/api/v1';

/**
 * What the review app does, as JSON for other systems of the company. `access.ts` says what each route asks, the guard stands
 * before them all, and the OpenAPI document is made of the schemas that check requests.
 */
export function apiApp(deps: FrontDeps): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) throw wrongValue(result.error);
    },
  }).basePath(API_PATH);

  api.use(headers(deps.secureCookies), unstored);
  api.use(
    ownHostsOnly(deps, () => {
      throw new HTTPException(421, {
        message: 'The host is unknown; web.url and web.hosts of the configuration list them.',
      });
    }),
  );
  api.use(noForeignPages(deps.url));
  api.use(
    smallForms(() => {
      throw new HTTPException(413, { message: 'The request is too large.' });
    }),
  );
  api.use(tokenGuard(deps));

  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that an administrator made on the page of API tokens.',
  });
  for (const add of [
    addCases,
    addDesk,
    addCaseFile,
    addCounterparties,
    addLetters,
    addMeasures,
    addNumbers,
    addOperations,
  ])
    add(api, deps);
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Komainu',
      version: ownVersion(),
      description: 'Triage of customer harassment for shared mailboxes: what the review app does, as JSON.',
    },
  });

  api.notFound((c) => problem(c, 404, 'not-found', 'There is nothing at this address; see /api/v1/openapi.json.'));
  api.onError(problemHandler(deps.log));
  everyRouteDeclared(api);
  return api;
}

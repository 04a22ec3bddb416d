import { it } from 'vitest';
import { apiApp } from '../../src/fronts/api/v1/index.ts';
import type { FrontDeps } from '../../src/fronts/shared/index.ts';
import { anything } from './anything.ts';
import { expectYaml } from './lines.ts';

it('the OpenAPI document', async () => {
  const document = await apiApp(anything<FrontDeps>()).request('/api/v1/openapi.json');
  await expectYaml('openapi.yaml', await document.json());
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { assetUrl, serveAsset } from '../../../../src/fronts/web/shell/assets.ts';
import { shipped } from '../../../../src/util/paths.ts';

it('every style sheet is in the one that pages load', async () => {
  const app = new Hono().get('/assets/:name', serveAsset);
  const served = await (await app.request(assetUrl('app.css'))).text();
  const folder = shipped('src/fronts/web/assets/styles');
  const missing = readdirSync(folder).filter((name) => !served.includes(readFileSync(join(folder, name), 'utf8')));
  expect(missing).toEqual([]);
});

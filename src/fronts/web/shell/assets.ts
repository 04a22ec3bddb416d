import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Context } from 'hono';
import { shipped } from '../../../util/paths.ts';

/** One style sheet, in this order: of two rules that hold alike, the later one counts. */
const STYLES = [
  'base',
  'frame',
  'place',
  'forms',
  'attention',
  'after',
  'case-list',
  'rows',
  'case',
  'mail',
  'past',
  'reasons',
  'decide',
  'ways',
  'keys',
  'entrance',
  'tables',
  'dictionaries',
  'teach',
  'numbers',
  'people',
  'narrow',
  'print',
  'account',
  'policy',
].map((name) => `styles/${name}.css`);

const own = (names: readonly string[]): string[] => names.map((name) => shipped(`src/fronts/web/assets/${name}`));

const FILES = {
  'app.css': { paths: own(STYLES), type: 'text/css; charset=utf-8' },
  'app.js': { paths: own(['app.js', 'ticks.js', 'teach.js']), type: 'text/javascript; charset=utf-8' },
  'komainu.svg': { paths: own(['komainu.svg']), type: 'image/svg+xml' },
  'komainu-waiting.svg': { paths: own(['komainu-waiting.svg']), type: 'image/svg+xml' },
  'htmx.js': {
    paths: [createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')],
    type: 'text/javascript; charset=utf-8',
  },
} as const;
export type AssetName = keyof typeof FILES;

/** Read once: no request chooses a path. */
const assets = new Map(
  Object.entries(FILES).map(([name, { paths, type }]) => {
    const body = Buffer.concat(paths.map((path) => readFileSync(path)));
    return [name, { body, type, version: createHash('sha256').update(body).digest('hex').slice(0, 12) }];
  }),
);

/** The address changes with the content, so that browsers may keep it for good. */
export const assetUrl = (name: AssetName): string => `/assets/${name}?v=${assets.get(name)!.version}`;

export function serveAsset(c: Context): Response | Promise<Response> {
  const asset = assets.get(c.req.param('name') ?? '');
  if (!asset) return c.text('', 404);
  const kept = c.req.query('v') === asset.version ? 'public, max-age=31536000, immutable' : 'no-cache';
  return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': kept });
}

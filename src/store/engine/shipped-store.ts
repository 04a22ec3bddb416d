import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { shipped } from '../../util/paths.ts';

/** Where the build leaves an empty database for first starts; one of another PGlite is not looked at. */
export function shippedStore(): string {
  const inside = createRequire(import.meta.url).resolve('@electric-sql/pglite'); // its package.json is not exported
  const { version } = JSON.parse(readFileSync(new URL('../package.json', `file://${inside}`), 'utf8'));
  return shipped(`dist/data/store-${version}`);
}

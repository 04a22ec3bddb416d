import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

const folder = shipped('test');
const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
const NEEDS = ['store', 'service', 'with-server'].map((name) => join(folder, 'support', `${name}.ts`));
const SPEAKS_OF_IT = /\.(integration|chromium|slow)\.test\.ts$/;

/** The files of the tests that a test imports, itself included. */
function imported(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !file.startsWith(folder) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g))
    imported(join(dirname(file), path!), seen);
  return seen;
}

describe('a test whose name does not say so', () => {
  it.each(tests.filter((name) => !SPEAKS_OF_IT.test(name)))('needs no store, server or build: %s', (name) => {
    const needs = [...imported(join(folder, name))].filter((file) => NEEDS.includes(file));
    expect(needs).toEqual([]);
  });
});

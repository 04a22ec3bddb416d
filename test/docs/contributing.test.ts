import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

const page = readFileSync(shipped('CONTRIBUTING.md'), 'utf8');
const section = (title: string): string => page.split(/^## /m).find((text) => text.startsWith(title)) ?? '';

/** What the table names: rooms end with a slash. */
const named = [...section('What lives where').matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) =>
  [...cell!.matchAll(/`([\w./-]+)`/g)].map((hit) => hit[1]!).filter((name) => name !== 'src/'),
);

describe('what lives where', () => {
  it('names every room and file at the top of src/, and none that the linter does not know', () => {
    const top = readdirSync(shipped('src'), { withFileTypes: true }).flatMap((entry) => {
      if (!entry.isDirectory()) return [entry.name];
      return entry.name === 'fronts'
        ? readdirSync(shipped('src/fronts')).map((name) => `fronts/${name}/`)
        : [`${entry.name}/`];
    });
    const tops = named.filter((name) => !name.startsWith('fronts/') || name.split('/').length === 3);
    expect(top.filter((name) => !tops.includes(name))).toEqual([]);
    const layers = readFileSync(shipped('biome.layers.jsonc'), 'utf8');
    const unknown = tops.filter((name) => !top.includes(name) && !layers.includes(`"src/${name}**"`));
    expect(unknown).toEqual([]);
  });
});

describe('the recipes', () => {
  const recipes = section('Recipes');

  it('name files that are there', () => {
    const files = [...recipes.matchAll(/`([\w-]+(?:\/[\w.-]+)+\/?)`/g)].map((hit) => hit[1]!);
    expect(files.length).toBeGreaterThan(15);
    const roots = ['src', 'src/fronts', 'src/fronts/web', '.'];
    expect(files.filter((file) => !roots.some((root) => existsSync(shipped(join(root, file)))))).toEqual([]);
  });

  it('name things that are in the code', () => {
    const code = readdirSync(shipped('src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(shipped(join('src', name)), 'utf8'))
      .join('\n');
    const names = [...recipes.matchAll(/`([A-Za-z]+)`/g)].map((hit) => hit[1]!);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });
});

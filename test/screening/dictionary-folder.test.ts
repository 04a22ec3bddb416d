import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDictionaryFiles } from '../../src/screening/index.ts';

describe('a folder of dictionaries', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'komainu-folder-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));
  const read = async () => (await readDictionaryFiles(home)).map(({ path, text }) => [path, text]);

  it('is its YAML files, without what editors and git keep beside them', async () => {
    mkdirSync(join(home, 'grammar'));
    mkdirSync(join(home, '.git'));
    mkdirSync(join(home, 'language'));
    for (const name of [
      'a.yaml',
      'grammar/b.yaml',
      '.a.yaml.swp',
      '.git/c.yaml',
      'language/d.yaml',
      'e.txt',
      'a.yaml~',
    ])
      writeFileSync(join(home, name), name);
    expect(await read()).toEqual([
      ['a.yaml', 'a.yaml'],
      ['grammar/b.yaml', 'grammar/b.yaml'],
    ]);
  });

  it('may be of links, as a cluster mounts it', async () => {
    mkdirSync(join(home, '..one'));
    writeFileSync(join(home, '..one', 'a.yaml'), 'x');
    symlinkSync('..one', join(home, '..data'));
    symlinkSync(join('..data', 'a.yaml'), join(home, 'a.yaml'));
    symlinkSync(join('..data', 'gone.yaml'), join(home, 'gone.yaml'));
    expect(await read()).toEqual([['a.yaml', 'x']]);
  });
});

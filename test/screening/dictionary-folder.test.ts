import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { openDictionaryFolder, UnwrittenFileError } from '../../src/screening/dictionary-folder.ts';
import { writeSmallDictionary } from '../support/dictionary.ts';

const NAME = 'apology-demand.yaml';

describe('the dictionary folder as somebody edits it', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'komainu-folder-'));
    writeSmallDictionary(join(home, 'words'));
    writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: words }\nstore: { path: data }\n');
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));
  const open = () => openDictionaryFolder(loadConfig(null, {}, home).config);
  const text = () => readFileSync(join(home, 'words', NAME), 'utf8');

  it('is written as a whole, with the rights that the file had, and leaves nothing beside it', async () => {
    const { mode } = statSync(join(home, 'words', NAME));
    await open().write(NAME, 'act: apology-demand\n', text());
    expect(text()).toBe('act: apology-demand\n');
    expect(statSync(join(home, 'words', NAME)).mode).toBe(mode);
    expect(readdirSync(join(home, 'words')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is not written where the file is another by now, or gone', async () => {
    const before = text();
    writeFileSync(join(home, 'words', NAME), `${before}# by hand\n`);
    await expect(open().write(NAME, 'x', before)).rejects.toMatchObject({ code: 'changed' });
    expect(text()).toContain('# by hand');
    rmSync(join(home, 'words', NAME));
    await expect(open().write(NAME, 'x', before)).rejects.toBeInstanceOf(UnwrittenFileError);
    expect(readdirSync(join(home, 'words'))).not.toContain(NAME);
  });

  it('says that it was not written where a folder is no folder', async () => {
    mkdirSync(join(home, 'data'));
    writeFileSync(join(home, 'data', 'dictionaries'), '');
    await expect(open().write(`overlay/${NAME}`, 'x', null)).rejects.toMatchObject({ code: 'denied' });
  });

  it('has an overlay in the data folder, read with it', async () => {
    const folder = open();
    await folder.write(`overlay/grammar/contexts.yaml`, 'contexts: []\n', null);
    expect(readFileSync(join(home, 'data', 'dictionaries', 'grammar', 'contexts.yaml'), 'utf8')).toBe('contexts: []\n');
    expect((await folder.read()).map(({ path }) => path)).toContain('overlay/grammar/contexts.yaml');
  });

  it('takes changes itself, except for the one that ships', async () => {
    expect(await open().takesChanges(NAME)).toBe(true);
    writeFileSync(join(home, 'komainu.yaml'), 'store: { path: data }\n');
    expect(await open().takesChanges(NAME)).toBe(false);
  });
});

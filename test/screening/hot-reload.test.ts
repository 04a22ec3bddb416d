import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { type LiveRules, watchRules } from '../../src/screening/hot-reload.ts';
import { rulesOver } from '../../src/screening/packed-rules.ts';
import { actFile, dictionaryFiles } from '../support/dictionary.ts';
import { eventually } from '../support/eventually.ts';

const NAME = 'apology-demand.yaml';
const BROKEN = 'act: apology-demand\nexpressions: [';

/** A file of one expression. */
const version = (words: string): string =>
  actFile(
    'apology-demand',
    `expressions:\n  - { id: apology.one, say: [${words}], weight: 3, match: [${words}], not: [見積もり] }`,
  );

describe('the dictionary folder of a running service', { timeout: 60_000 }, () => {
  let home: string;
  let folder: string;
  let live: LiveRules;
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'komainu-reload-'));
    folder = join(home, 'words');
    writeFolder(folder, version('謝れ'));
    writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: words }\n');
    live = await watchRules(loadConfig(null, {}, home).config, pino({ level: 'silent' }), { lookEveryMs: 10 });
  });
  afterEach(async () => {
    await live[Symbol.asyncDispose]();
    rmSync(home, { recursive: true, force: true });
  });

  function writeFolder(path: string, text: string): void {
    for (const file of dictionaryFiles({ [NAME]: text })) {
      mkdirSync(dirname(join(path, file.path)), { recursive: true });
      writeFileSync(join(path, file.path), file.text);
    }
  }

  const inPlace = (text: string) => writeFileSync(join(folder, NAME), text);
  /** As editors and git write a file: aside, and then over the old one. */
  function byRename(text: string): void {
    writeFileSync(join(folder, `.${NAME}.swp`), text);
    renameSync(join(folder, `.${NAME}.swp`), join(folder, NAME));
  }
  const said = () => {
    const rule = live.current().dictionary.rules.get('apology.one');
    return rule?.say[0];
  };

  it('is taken over when a file is written in place', async () => {
    expect(said()).toBe('謝れ');
    inPlace(version('詫びろ'));
    await eventually(() => said() === '詫びろ');
    expect(rulesOver(live.packed()).dictionary.version).toBe(live.current().dictionary.version);
  });

  it('is taken over when a file is replaced, and when the new one is written in place after that', async () => {
    byRename(version('詫びろ'));
    await eventually(() => said() === '詫びろ');
    inPlace(version('土下座しろ'));
    await eventually(() => said() === '土下座しろ');
    byRename(version('謝れ'));
    await eventually(() => said() === '謝れ');
  });

  it('is taken over when the folder is replaced as a whole', async () => {
    writeFolder(join(home, 'next'), version('詫びろ'));
    renameSync(folder, join(home, 'before'));
    await eventually(() => live.problem() !== null);
    expect(said()).toBe('謝れ');
    renameSync(join(home, 'next'), folder);
    await eventually(() => said() === '詫びろ');
    expect(live.problem()).toBeNull();
  });

  it('stays as it was while it is broken, says what is wrong, and is taken over when it is mended', async () => {
    const before = live.current();
    inPlace(BROKEN);
    await eventually(() => live.problem() !== null);
    expect(live.problem()).toContain(NAME);
    expect(live.current()).toBe(before);
    byRename(version('詫びろ'));
    await eventually(() => live.problem() === null);
    expect(said()).toBe('詫びろ');
  });

  it('is no longer broken, and the same rules go on, when the old files are back', async () => {
    const before = live.current();
    inPlace(BROKEN);
    await eventually(() => live.problem() !== null);
    inPlace(version('謝れ'));
    await eventually(() => live.problem() === null);
    expect(live.current()).toBe(before);
  });
});

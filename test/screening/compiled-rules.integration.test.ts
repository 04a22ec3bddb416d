import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RuleFiles } from '../../src/screening/rule-files.ts';
import { shipped } from '../../src/util/paths.ts';
import { fewRules, shippedFiles } from './pool/support.ts';

// The build itself: compiled rules are kept only by a program that knows what it was built of.
type Built = typeof import('../../src/screening/compile-in-thread.ts') &
  typeof import('../../src/screening/packed-rules.ts') &
  typeof import('../../src/screening/rules.ts');
const built = (name: string): Promise<Built> => import(shipped(`dist/screening/${name}.js`));
const [{ compileInThread }, { rulesOver }, { compiledRules }] = await Promise.all([
  built('compile-in-thread'),
  built('packed-rules'),
  built('rules'),
]);

describe('compiled rules', { timeout: 120_000 }, () => {
  let data: string;
  let compilations = 0;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'komainu-compiled-'));
    compilations = 0;
  });
  afterEach(() => rmSync(data, { recursive: true }));

  const get = (files: RuleFiles) =>
    compiledRules(files, data, (given: RuleFiles) => {
      compilations++;
      return compileInThread(given);
    });
  const versionOf = async (files: RuleFiles) => rulesOver(await get(files)).dictionary.version;
  const kept = () => join(data, 'compiled-rules.bin');

  it('are compiled once, and kept for their owner alone', async () => {
    const version = await versionOf(fewRules());
    expect(await versionOf(fewRules())).toBe(version);
    expect(compilations).toBe(1);
    expect(statSync(kept()).mode & 0o077).toBe(0);
  });

  it('are compiled anew when a file has changed', async () => {
    const before = await versionOf(fewRules());
    expect(await versionOf(fewRules('changed'))).not.toBe(before);
    expect(compilations).toBe(2);
  });

  it('are compiled anew, and mended, when the file is torn', async () => {
    const version = await versionOf(fewRules());
    const whole = readFileSync(kept());
    writeFileSync(kept(), whole.subarray(0, whole.length / 2));
    expect(await versionOf(fewRules())).toBe(version);
    expect(compilations).toBe(2);
    expect(readFileSync(kept())).toEqual(whole);
  });

  it('come with the build for the dictionaries that ship', async () => {
    const { dictionary, classifier } = rulesOver(await get(await shippedFiles()));
    expect([dictionary.rules.size > 100, classifier !== null, compilations]).toEqual([true, true, 0]);
  });

  it('are refused with the place of each mistake', async () => {
    const files = fewRules();
    const [first, ...others] = files.dictionary;
    const broken = { ...files, dictionary: [{ ...first!, text: 'act: [' }, ...others] };
    const error = await get(broken).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'DictionaryError', message: expect.stringContaining(first!.path) });
  });
});

import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { printOf, readRuleFiles, rulePrinter } from '../../src/screening/rule-files.ts';

describe('the classifier, read every few seconds', () => {
  let home: string;
  let look: ReturnType<typeof rulePrinter>;
  const now = async () => printOf(await readRuleFiles(config()));
  const config = () => loadConfig(null, {}, home).config;
  const file = () => join(home, 'classifier.json');
  const later = () => vi.setSystemTime(Date.now() + 60_000);
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    home = mkdtempSync(join(tmpdir(), 'komainu-rules-'));
    writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: . }\n');
    writeFileSync(file(), '{"a":1}');
    look = rulePrinter(config());
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(home, { recursive: true });
  });

  it('is read anew when it was written, even to the same length and with the time of before', async () => {
    later();
    const before = await look();
    const { atime, mtime } = statSync(file());
    writeFileSync(file(), '{"a":2}');
    utimesSync(file(), atime, mtime);
    later();
    expect(await look()).not.toBe(before);
    expect(await look()).toBe(await now());
  });

  it('is read anew when it is written again and again within one tick of the clock of files', async () => {
    for (let i = 0; i < 60; i++) {
      const before = await look();
      writeFileSync(file(), `{"a":${10 + i}}`);
      expect(await look()).not.toBe(before);
      expect(await look()).toBe(await now());
    }
  });

  it('is gone when its file is, and back with it', async () => {
    later();
    const before = await look();
    rmSync(file());
    expect(await look()).not.toBe(before);
    expect(await look()).toBe(await now());
    writeFileSync(file(), '{"a":1}');
    expect(await look()).toBe(before);
  });
});

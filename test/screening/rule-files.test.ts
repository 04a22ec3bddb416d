import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { ruleFilesReader } from '../../src/screening/rule-files.ts';

describe('the classifier, read every few seconds', () => {
  let home: string;
  let read: ReturnType<typeof ruleFilesReader>;
  const file = () => join(home, 'classifier.json');
  const later = () => vi.setSystemTime(Date.now() + 60_000);
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    home = mkdtempSync(join(tmpdir(), 'komainu-rules-'));
    writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: . }\n');
    writeFileSync(file(), '{"a":1}');
    read = ruleFilesReader(loadConfig(null, {}, home).config);
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(home, { recursive: true });
  });

  it('is read anew when it was written, even to the same length and with the time of before', async () => {
    later();
    await read();
    const { atime, mtime } = statSync(file());
    writeFileSync(file(), '{"a":2}');
    utimesSync(file(), atime, mtime);
    later();
    expect((await read()).classifier).toBe('{"a":2}');
  });

  it('is read anew when it is written again and again within one tick of the clock of files', async () => {
    for (let i = 0; i < 60; i++) {
      const text = `{"a":${10 + i}}`;
      writeFileSync(file(), text);
      expect((await read()).classifier).toBe(text);
    }
  });

  it('is gone when its file is, and back with it', async () => {
    later();
    await read();
    rmSync(file());
    expect((await read()).classifier).toBeNull();
    writeFileSync(file(), '{"a":1}');
    expect((await read()).classifier).toBe('{"a":1}');
  });
});

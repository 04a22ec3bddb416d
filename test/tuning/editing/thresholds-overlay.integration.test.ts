import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../../src/config/index.ts';
import type { Thresholds } from '../../../src/detect/index.ts';
import { watchRules } from '../../../src/screening/index.ts';
import { shipped } from '../../../src/util/paths.ts';
import { writeSmallDictionary } from '../../support/dictionary.ts';
import { eventually } from '../../support/eventually.ts';

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL('thresholds-child.mjs', import.meta.url));
const thresholdsIn = (yaml: string): Thresholds => parse(yaml).thresholds;
const USUAL = thresholdsIn(readFileSync(shipped('dictionaries/scoring.yaml'), 'utf8'));
const STRICTER: Thresholds = { grey: 0.1, review: 0.25 };

describe('thresholds where the folder cannot be written', { timeout: 120_000 }, () => {
  let home: string;
  const words = () => join(home, 'words');
  const folders = () => [words(), join(words(), 'grammar')];
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'komainu-read-only-'));
    writeSmallDictionary(words());
    writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: words }\nstore: { path: data }\n');
    for (const folder of folders()) {
      for (const name of readdirSync(folder))
        if (statSync(join(folder, name)).isFile()) chmodSync(join(folder, name), 0o444);
      chmodSync(folder, 0o555);
    }
  });
  afterAll(() => {
    for (const folder of folders()) chmodSync(folder, 0o755);
    rmSync(home, { recursive: true, force: true });
  });

  /** Root writes everywhere, unless that is taken from it. */
  async function set(thresholds: Thresholds): Promise<{ path: string; direct: string }> {
    const command = [process.execPath, CHILD, home, JSON.stringify(thresholds)] as const;
    const { stdout } =
      process.getuid?.() === 0
        ? await run('setpriv', ['--bounding-set', '-dac_override,-dac_read_search,-fowner', '--', ...command])
        : await run(command[0], command.slice(1));
    return JSON.parse(stdout);
  }

  it('go into the overlay, are in force within seconds, and are set back there', async () => {
    const { config } = loadConfig(null, {}, home);
    const before = readFileSync(join(words(), 'scoring.yaml'), 'utf8');
    await using rules = await watchRules(config, pino({ level: 'silent' }));
    const now = () => rules.current().dictionary.scoring.thresholds;
    const version = rules.current().dictionary.version;
    expect(now()).toEqual(USUAL);
    expect(await set(STRICTER)).toEqual({ path: 'overlay/scoring.yaml', direct: 'denied' });
    await eventually(() => now().grey === STRICTER.grey);
    expect(now()).toEqual(STRICTER);
    expect(rules.current().dictionary.version).not.toBe(version); // verdicts name it
    expect(await set(USUAL)).toMatchObject({ path: 'overlay/scoring.yaml' });
    await eventually(() => now().grey === USUAL.grey);
    expect(now()).toEqual(USUAL);
    expect(readFileSync(join(words(), 'scoring.yaml'), 'utf8')).toBe(before);
    expect(readdirSync(join(home, 'data', 'dictionaries'))).toEqual(['scoring.yaml']);
  });
});

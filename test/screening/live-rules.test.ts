import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { siteFile } from '../../src/detect/index.ts';
import { type LiveRules, type SiteFiles, watchRules } from '../../src/screening/live-rules.ts';
import { rulesOver } from '../../src/screening/packed-rules.ts';
import { writeSmallDictionary } from '../support/dictionary.ts';
import { eventually } from '../support/eventually.ts';
import { entryId } from '../support/ids.ts';

/** An entry of the site. */
const rule = (id: string, say: string, more = '') =>
  siteFile({
    entry: entryId(id),
    act: 'apology-demand',
    section: 'expressions',
    text: `- { id: ${id}, say: [${say}], match: [${say}]${more} }\n`,
  });
const BROKEN = rule('apology.broken', '"(謝れ"');

describe('the rules of a running process', { timeout: 60_000 }, () => {
  let home: string;
  let live: LiveRules;
  let site: ReturnType<typeof rule>[];
  let stamp: number;
  let away: boolean;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'komainu-live-'));
    writeSmallDictionary(join(home, 'words'));
    writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: words }\n');
    [site, stamp, away] = [[], 1, false];
  });
  afterEach(async () => {
    await live[Symbol.asyncDispose]();
    rmSync(home, { recursive: true, force: true });
  });

  const inStore: SiteFiles = {
    async stamp() {
      if (away) throw new Error('away');
      return String(stamp);
    },
    read: async () => site,
  };
  const start = async () => {
    live = await watchRules(loadConfig(null, {}, home).config, inStore, pino({ level: 'silent' }), { lookEveryMs: 10 });
  };
  function put(...rules: typeof site): void {
    site = rules;
    stamp += 1;
  }
  const said = (id: string) => live.current().dictionary.rules.get(id)?.say[0];

  it('are those of the folder with those of the site over them, and another version', async () => {
    await start();
    const version = live.current().dictionary.version;
    put(rule('apology.dogeza', '詫びろ'), rule('apology.new', '謝れ'));
    await eventually(() => said('apology.new') === '謝れ');
    expect(said('apology.dogeza')).toBe('詫びろ');
    expect(live.current().dictionary.version).not.toBe(version);
    expect(rulesOver(live.packed()).dictionary.version).toBe(live.current().dictionary.version);
    put();
    await eventually(() => said('apology.new') === undefined);
    expect(said('apology.dogeza')).toBe('土下座しろ');
    expect(live.current().dictionary.version).toBe(version);
  });

  it('stay as they were while a new one is broken, tell which, and take over the mended one', async () => {
    await start();
    const before = live.current();
    put(rule('apology.new', '謝れ'), BROKEN);
    await eventually(() => live.problem() !== null);
    expect(live.problem()).toContain('overlay/apology.broken.yaml');
    expect(live.current()).toBe(before);
    put(rule('apology.new', '謝れ'));
    await eventually(() => said('apology.new') === '謝れ');
    expect(live.problem()).toBeNull();
  });

  it('begin without a broken one of the site, with all others, and tell which', async () => {
    site = [BROKEN, rule('apology.new', '謝れ')];
    await start();
    expect(said('apology.new')).toBe('謝れ');
    expect(said('apology.broken')).toBeUndefined();
    expect(live.problem()).toContain('overlay/apology.broken.yaml');
    put(rule('apology.new', '謝れ'), rule('apology.broken', '頭を下げろ'));
    await eventually(() => live.problem() === null);
    expect(said('apology.broken')).toBe('頭を下げろ');
  });

  it('go on while the store is away, and take over what was changed meanwhile', async () => {
    await start();
    const before = live.current();
    away = true;
    put(rule('apology.new', '謝れ'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(live.current()).toBe(before);
    expect(live.problem()).toBeNull();
    away = false;
    await eventually(() => said('apology.new') === '謝れ');
  });

  it('do not begin with a folder that is broken', async () => {
    await start();
    writeFileSync(join(home, 'words', 'apology-demand.yaml'), 'act: apology-demand\nexpressions: [');
    const again = watchRules(loadConfig(null, {}, home).config, inStore, pino({ level: 'silent' }));
    await expect(again).rejects.toThrow('apology-demand.yaml');
  });
});

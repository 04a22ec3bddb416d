import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditLog, saveDraft } from '../../src/actions/index.ts';
import { loadConfig } from '../../src/config/index.ts';
import { startRules } from '../../src/services/index.ts';
import { dictionaryChanges, dumpStore, openStore, type Store, siteRules } from '../../src/store/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { draftOf, type EntryDraft, openLab, rulesIn } from '../../src/tuning/index.ts';
import { writeSmallDictionary } from '../support/dictionary.ts';
import { eventually } from '../support/eventually.ts';
import { createDatabase, describeWithServer } from '../support/servers.ts';
import { openTestStore } from '../support/store.ts';

const log = pino({ level: 'silent' });
const keys = { audit: 'a key of the audit log' };
const OVERLAY = `act: apology-demand
expressions:
  - { id: apology.dogeza, say: [土下座しろ], weight: 2, match: [土下座しろ] }
  - id: apology.own # 札
    say: [詫びろ]
    at_least: review
    match: [詫びろ]
`;

/** A host: a data folder of its own, whatever store it is on. */
function host() {
  const home = mkdtempSync(join(tmpdir(), 'komainu-host-'));
  writeSmallDictionary(join(home, 'words'));
  writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: words }\nstore: { path: data }\n');
  mkdirSync(join(home, 'data', 'dictionaries'), { recursive: true });
  const { config } = loadConfig(null, {}, home);
  return {
    config,
    data: () => readdirSync(join(home, 'data')),
    /** As an earlier version kept entries. */
    keep: (text: string) => writeFileSync(join(home, 'data', 'dictionaries', 'apology-demand.yaml'), text),
    begin: ({ db }: Store) => startRules({ config, keys, db, log }),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

describe('the entries of a site that an earlier version kept as files', { timeout: 120_000 }, () => {
  let one: ReturnType<typeof host>;
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    one = host();
    folder = mkdtempSync(join(tmpdir(), 'komainu-store-'));
    store = await openTestStore(folder);
  });
  afterEach(async () => {
    await store.close();
    one.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are read into the store once, in the form of today, and put aside', async () => {
    one.keep(OVERLAY);
    await using rules = await one.begin(store);
    const inForce = (id: string) => {
      const rule = rules.current().dictionary.rules.get(id);
      return rule?.kind === 'entry' && rule.atLeast;
    };
    expect([inForce('apology.dogeza'), inForce('apology.own')]).toEqual(['grey', 'review']);
    expect(one.data().filter((name) => name.startsWith('dictionaries'))).toEqual([
      expect.stringMatching(/^dictionaries\.taken-\d{14}$/),
    ]);
    const rows = await siteRules(store.db);
    expect(rows.map(({ entry }) => entry)).toEqual(['apology.dogeza', 'apology.own']);
    expect(rows[1]!.text).toContain('# 札');
    const changes = await dictionaryChanges(store.db, { limit: 9 });
    expect(changes.map(({ kind, by }) => [kind, by])).toEqual([
      ['by-hand', 'komainu'],
      ['by-hand', 'komainu'],
    ]);
    await using again = await one.begin(store);
    expect(again.current().dictionary.version).toBe(rules.current().dictionary.version);
    expect(await dictionaryChanges(store.db, { limit: 9 })).toHaveLength(2);
  });

  it('do not take the place of what the store says, where a folder was copied', async () => {
    one.keep(OVERLAY);
    await (await one.begin(store))[Symbol.asyncDispose]();
    const two = host();
    two.keep(OVERLAY.replace('[詫びろ]', '[謝れ]').replace('apology.dogeza', 'apology.other'));
    await using rules = await two.begin(store);
    expect(rules.current().dictionary.rules.get('apology.own')?.say).toEqual(['詫びろ']);
    expect(rules.current().dictionary.rules.get('apology.other')?.say).toEqual(['土下座しろ']);
    two.remove();
  });

  it('that are no YAML keep it from starting, and stay where they are', async () => {
    one.keep('expressions: [');
    await expect(one.begin(store)).rejects.toThrow('apology-demand.yaml:1');
    expect(one.data()).toContain('dictionaries');
    expect(await siteRules(store.db)).toEqual([]);
  });

  it('are in the backup, with their history', async () => {
    one.keep(OVERLAY);
    await (await one.begin(store))[Symbol.asyncDispose]();
    const lines: string[] = [];
    await dumpStore(store.db, new Date(), async (line) => void lines.push(line));
    expect(lines.join('\n')).toContain('komainu.site_rule');
    expect(lines.join('\n')).toContain('詫びろ');
  });
});

describeWithServer('postgres', 'two hosts on one store that share no folder', () => {
  it('judge by an entry within seconds of its saving, wherever it was saved', { timeout: 120_000 }, async () => {
    const database = await createDatabase();
    const [one, two] = [host(), host()];
    const [here, there] = await Promise.all([
      openStore({ kind: 'postgres', url: database.url }, one.config.dataPath),
      openStore({ kind: 'postgres', url: database.url }, two.config.dataPath),
    ]);
    try {
      await using mine = await one.begin(here);
      await using theirs = await two.begin(there);
      expect(theirs.current().dictionary.version).toBe(mine.current().dictionary.version);
      const before = mine.current().dictionary.version;
      const tokenize = await loadTokenizer();
      const lab = openLab({
        config: one.config,
        db: here.db,
        rules: async () => ({ ...mine.current(), tokenize }),
      });
      const audit = openAuditLog({ db: here.db, key: keys.audit, dataPath: one.config.dataPath, log });
      const files = [
        { path: 'x.yaml', text: 'act: apology-demand\nexpressions:\n  - { id: apology.new, match: [詫びろ] }\n' },
      ];
      const draft = { ...(draftOf(rulesIn(files)[0]!) as EntryDraft), say: ['詫びろ'], atLeast: 'grey' } as const;
      const deps = { db: here.db, audit, now: () => new Date(), lab };
      await saveDraft(deps, { kind: 'operator', name: 'x' }, { draft, base: '', reason: '', feedback: null });
      await eventually(() => theirs.current().dictionary.rules.has('apology.new'));
      await eventually(() => mine.current().dictionary.version === theirs.current().dictionary.version);
      expect(mine.current().dictionary.version).not.toBe(before);
    } finally {
      await here.close();
      await there.close();
      one.remove();
      two.remove();
      await database.stop();
    }
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ActionDeps,
  currentText,
  openAuditLog,
  type PersonActor,
  perform,
  requireChange,
  revertChange,
  saveDraft,
  takeRules,
} from '../../src/actions/index.ts';
import { loadConfig } from '../../src/config/index.ts';
import { compileDictionary, type Dictionary } from '../../src/detect/index.ts';
import { auditRows, dictionaryChanges, type Store, siteRules, siteStamp } from '../../src/store/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import {
  draftOf,
  type EntryDraft,
  fingerprint,
  folderOf,
  type Lab,
  locate,
  openLab,
  rulesIn,
} from '../../src/tuning/index.ts';
import { createLogger } from '../../src/util/log.ts';
import { writeSmallDictionary } from '../support/dictionary.ts';
import { personId } from '../support/ids.ts';
import { openTestStore } from '../support/store.ts';

const tokenize = await loadTokenizer();
const ID = 'apology.dogeza';

describe('changes of the dictionaries', { timeout: 120_000 }, () => {
  let folder: string;
  let store: Store;
  let home: string;
  let lab: Lab;
  let now: Date;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-changes-'));
    store = await openTestStore(folder);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'komainu-words-'));
    writeSmallDictionary(join(home, 'words'));
    writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: words }\nstore: { path: data }\n');
    lab = openFor();
    now = new Date(Date.now());
  });
  afterEach(async () => {
    rmSync(home, { recursive: true, force: true });
    await store.db.execute('truncate komainu.dictionary_change cascade');
  });

  /** The rules in force are those of the store, as every process takes them over. */
  const openFor = (): Lab =>
    openLab({
      config: loadConfig(null, {}, home).config,
      db: store.db,
      rules: async () => ({ dictionary: await compiled(), tokenize }),
    });
  const compiled = async (): Promise<Dictionary> => compileDictionary(await lab.files(), tokenize);
  const deps = (own: Partial<Lab> = {}): Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab'> => ({
    db: store.db,
    audit: openAuditLog({ db: store.db, key: 'k', dataPath: folder, log: createLogger('silent') }),
    now: () => now,
    lab: { ...lab, ...own },
  });
  const tuner: PersonActor = {
    kind: 'person',
    id: personId('tuner'),
    name: '辞書 花子',
    email: 't@example.jp',
    roles: ['tuner'],
    address: null,
  };
  const takeBack = async (change: string | null, reason = '') => {
    const all = { ...deps(), read: async () => null, company: { timeZone: 'Asia/Tokyo' } };
    return (await perform(revertChange, all, tuner, { change, reason })).change;
  };
  /** What lies over the folder, as YAML. */
  const text = async () => (await siteRules(store.db)).map((rule) => rule.text).join('');
  const draft = async (given: Partial<EntryDraft> = {}): Promise<EntryDraft> => ({
    ...(draftOf(locate(await lab.files(), ID)!) as EntryDraft),
    match: ['土下座しろ'],
    ...given,
  });
  const base = async () => fingerprint(await currentText(deps(), ID));
  const save = async (given: Partial<EntryDraft>, own: Partial<Lab> = {}, from?: string) =>
    saveDraft(deps(own), tuner, {
      draft: await draft(given),
      base: from ?? (await base()),
      reason: '理由',
      feedback: null,
    });
  const history = () => dictionaryChanges(store.db, { limit: 50 });

  it('are in force from the store, with author, reason, effect and difference, and into the audit log without words', async () => {
    const id = await save({ atLeast: 'review' });
    expect(await text()).toContain('at_least: review');
    const change = await requireChange(deps(), id);
    expect(change).toMatchObject({ by: '辞書 花子', kind: 'save', entry: ID, reason: '理由' });
    expect(change.before).toContain('weight: 5');
    expect(change.after).toContain('at_least: review');
    expect(change.effect).toMatchObject({ looked: 0, perWeek: 0 });
    const rows = [];
    for await (const row of auditRows(store.db, { action: 'dictionary.change' })) rows.push(row);
    expect(rows.at(-1)).toMatchObject({ target: `entry/${ID}`, details: { change: id } });
    expect(JSON.stringify(rows)).not.toContain('土下座');
  });

  it('that change nothing are none', async () => {
    await save({});
    expect(await save({})).toBeNull();
    expect(await history()).toHaveLength(1);
  });

  it('of two people: the second is told, and nothing is overwritten', async () => {
    const seen = await base();
    await save({ atLeast: 'review' }, {}, seen);
    await expect(save({ atLeast: null }, {}, seen)).rejects.toMatchObject({ code: 'entry-changed' });
    expect(await text()).toContain('at_least: review');
    expect(await history()).toHaveLength(1);
  });

  it('of two people at once: one is written, the other is told', async () => {
    const seen = await base();
    const outcomes = await Promise.allSettled([
      save({ atLeast: 'review' }, {}, seen),
      save({ atLeast: 'grey' }, {}, seen),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await history()).toHaveLength(1);
  });

  it('that are new and count for more than borderline at once need a reason', async () => {
    const added = await draft({ id: 'apology.a', say: ['詫びろ'], match: ['詫びろ'] });
    const input = { draft: added, base: '', reason: '', feedback: null };
    await expect(saveDraft(deps(), tuner, input)).rejects.toMatchObject({
      reason: { code: 'reason-needed', perWeek: null },
    });
    await saveDraft(deps(), tuner, { ...input, reason: '何年も言われてきた' });
    expect(await text()).toContain('apology.a');
  });

  it('of two entries of one file at once are both written', async () => {
    await save({});
    const more = async (id: string) =>
      saveDraft(deps(), tuner, {
        draft: await draft({ id, say: ['詫びろ'], match: ['詫びろ'], atLeast: 'grey' }),
        base: '',
        reason: '',
        feedback: null,
      });
    await Promise.all([more('apology.a'), more('apology.b')]);
    expect((await compiled()).rules.has('apology.a')).toBe(true);
    expect((await compiled()).rules.has('apology.b')).toBe(true);
    expect(await history()).toHaveLength(3);
  });

  it.each([
    ['a phrase that is none', { say: ['(土下座'] }],
    ['10,000 words', { say: Array.from({ length: 10_000 }, (_, n) => `土下座${n}`) }],
    ['a regular expression', { say: ['土下座.*'] }],
    ['a word of every mail', { say: ['お世話'], match: ['お世話になります'] }],
    ['a name that is taken', { id: 'apology.dogeza' }],
  ])('with %s are refused, and nothing is written', async (what, given) => {
    const before = await text();
    const from = what === 'a name that is taken' ? '' : await base();
    await expect(save(given, {}, from)).rejects.toMatchObject({ code: 'entry-wrong' });
    expect(await text()).toBe(before);
    expect(await history()).toEqual([]);
  });

  it('need a reason when they add more cases a week than is set', async () => {
    const input = { draft: await draft({ atLeast: 'review' }), base: await base(), reason: '', feedback: null };
    await expect(saveDraft(deps({ newCasesWithoutReason: -1 }), tuner, input)).rejects.toMatchObject({
      code: 'reason-needed',
    });
    expect(await saveDraft(deps({ newCasesWithoutReason: -1 }), tuner, { ...input, reason: '理由' })).not.toBeNull();
  });

  it('are for tuners', async () => {
    const other = { ...tuner, roles: ['lead', 'reviewer', 'admin'] };
    const input = { draft: await draft({ atLeast: 'review' }), base: await base(), reason: '', feedback: null };
    await expect(saveDraft(deps(), other, input)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('are taken back with one step, to the byte', async () => {
    await save({});
    const before = await text();
    const id = await save({ atLeast: 'grey', note: 'x' });
    expect(await text()).not.toBe(before);
    const back = await takeBack(id, 'やりすぎた');
    expect(await text()).toBe(before);
    expect(await requireChange(deps(), back)).toMatchObject({ kind: 'revert', reverts: id, reason: 'やりすぎた' });
    await takeBack(back);
    expect(await text()).toContain('at_least: grey');
  });

  it('that added an entry are taken back by taking it out', async () => {
    const before = await text();
    const added = await draft({ id: 'apology.a', say: ['詫びろ'], match: ['詫びろ'], atLeast: 'grey' });
    const id = await saveDraft(deps(), tuner, { draft: added, base: '', reason: '', feedback: null });
    expect(await text()).toContain('apology.a');
    await takeBack(id);
    expect(await text()).toBe(before);
  });

  it('are not taken back over what came after', async () => {
    const id = await save({ atLeast: 'grey' });
    await save({ atLeast: 'review' });
    await expect(takeBack(id)).rejects.toMatchObject({ code: 'entry-changed' });
    expect(await text()).toContain('at_least: review');
  });

  it('that do not exist cannot be taken back', async () => {
    await expect(takeBack('999')).rejects.toMatchObject({ code: 'no-such-change' });
  });

  it('are no change of the folder: what lies over an entry that ships goes when it is taken back', async () => {
    const id = await save({ atLeast: 'grey' });
    const inForce = async () => {
      const rule = (await compiled()).rules.get(ID)!;
      return rule.kind === 'entry' && rule.atLeast;
    };
    expect(await inForce()).toBe('grey');
    await takeBack(id);
    expect(await inForce()).toBe('urgent');
    expect(await siteRules(store.db)).toEqual([]);
  });

  it('have another stamp each, by which every process knows', async () => {
    const stamps = new Set([await siteStamp(store.db)]);
    const id = await save({ atLeast: 'grey' });
    stamps.add(await siteStamp(store.db));
    await takeBack(id);
    stamps.add(await siteStamp(store.db));
    expect(stamps.size).toBe(3);
  });

  describe('taken from files', () => {
    const take = (files: Parameters<typeof rulesIn>[0], mode: 'fill' | 'over' | 'exactly') =>
      takeRules(deps(), tuner, rulesIn(files), { mode, reason: 'まとめて' });
    const newFile = (say: string) => ({
      path: 'apology-demand.yaml',
      text: `act: apology-demand\nexpressions:\n  # 言い方\n  - id: apology.new # 札\n    say: [${say}]\n    match: [${say}]\n`,
    });

    it('are those that differ from what is in force, each in the history, and counted in the audit log', async () => {
      expect(await take(await lab.shipped(), 'over')).toEqual({ changed: [], gone: [], other: [], left: [] });
      expect(await take([newFile('詫びろ')], 'over')).toMatchObject({ changed: ['apology.new'] });
      expect(await take([newFile('詫びろ')], 'over')).toMatchObject({ changed: [] });
      expect(await history()).toMatchObject([{ kind: 'by-hand', by: '辞書 花子', reason: 'まとめて', before: null }]);
      const rows = [];
      for await (const row of auditRows(store.db, { action: 'dictionary.import' })) rows.push(row);
      expect(rows).toMatchObject([{ details: { changed: 1, gone: 0 } }]);
    });

    it('fill what the store has not, take its place, or are all that is left', async () => {
      await take([newFile('詫びろ')], 'over');
      await save({ atLeast: 'grey' });
      expect(await take([newFile('謝れ')], 'fill')).toMatchObject({ changed: [], other: ['apology.new'], left: [ID] });
      expect(await text()).toContain('詫びろ');
      expect(await take([newFile('謝れ')], 'over')).toMatchObject({ changed: ['apology.new'], left: [ID], gone: [] });
      expect(await text()).toContain('謝れ');
      expect(await take([newFile('謝れ')], 'exactly')).toMatchObject({ changed: [], gone: [ID] });
      expect((await siteRules(store.db)).map(({ entry }) => entry)).toEqual(['apology.new']);
      await takeBack((await history())[0]!.id); // what was taken out comes back
      expect(await text()).toContain('at_least: grey');
    });

    it('come back to the byte from what is written of them, comments and thresholds included', async () => {
      const scoring = { path: 'scoring.yaml', text: 'thresholds: { grey: 0.1, review: 0.25 }\n' };
      const context = {
        path: 'grammar/contexts.yaml',
        text: 'contexts:\n  - { id: exception.one, label: { ja: 研修, en: training }, where: sentence, say: [研修], acts: [apology-demand], match: [研修で土下座] }\n',
      };
      await take([newFile('詫びろ'), scoring, context], 'over');
      await save({ atLeast: 'grey' });
      const rules = await siteRules(store.db);
      expect(rules.map(({ entry }) => entry)).toHaveLength(4);
      expect(await text()).toContain('# 札');
      const folder = folderOf(rules);
      expect(folder.map(({ path }) => path).sort()).toEqual([
        'apology-demand.yaml',
        'grammar/contexts.yaml',
        'scoring.yaml',
      ]);
      expect(rulesIn(folder).sort((a, b) => (a.entry < b.entry ? -1 : 1))).toEqual(rules);
      expect((await compiled()).scoring.thresholds).toEqual({ grey: 0.1, review: 0.25 });
    });

    it('in the earlier form are in that of today', async () => {
      const earlier =
        'act: apology-demand\nexpressions:\n  - { id: apology.old, say: [詫びろ], weight: 4, match: [詫びろ] }\n';
      await take([{ path: 'apology-demand.yaml', text: earlier }], 'over');
      expect(await text()).toContain('at_least: review');
      expect(await text()).not.toContain('weight');
    });

    it('are refused when one is no YAML', () => {
      expect(() => rulesIn([{ path: 'apology-demand.yaml', text: 'expressions: [' }])).toThrow('apology-demand.yaml:1');
    });
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ActionDeps,
  currentText,
  openAuditLog,
  type PersonActor,
  requireChange,
  revertChange,
  saveDraft,
  settleChanges,
} from '../../src/actions/index.ts';
import { loadConfig } from '../../src/config/index.ts';
import { compileDictionary, type Dictionary } from '../../src/detect/index.ts';
import { UnwrittenFileError } from '../../src/screening/index.ts';
import { announceChange, announcedChanges, auditRows, dictionaryChanges, type Store } from '../../src/store/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { draftIn, type EntryDraft, fingerprint, type Lab, openLab } from '../../src/tuning/index.ts';
import { createLogger } from '../../src/util/log.ts';
import { writeSmallDictionary } from '../support/dictionary.ts';
import { entryId, personId } from '../support/ids.ts';
import { openTestStore } from '../support/store.ts';

const tokenize = await loadTokenizer();
const NAME = 'apology-demand.yaml';
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
    await store.db.execute('truncate komainu.dictionary_change');
  });

  /** The rules in force are those of the files, as hot reload would have it. */
  const openFor = (): Lab =>
    openLab({
      config: loadConfig(null, {}, home).config,
      db: store.db,
      rules: async () => ({ dictionary: await compiled(), tokenize }),
    });
  const compiled = async (): Promise<Dictionary> => compileDictionary(await lab.folder.read(), tokenize);
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
  const path = () => join(home, 'words', NAME);
  const text = () => readFileSync(path(), 'utf8');
  const draft = (given: Partial<EntryDraft> = {}): EntryDraft => ({
    ...(draftIn(text(), ID) as EntryDraft),
    match: ['土下座しろ'],
    ...given,
  });
  const base = async () => fingerprint(await currentText(deps(), ID));
  const save = async (given: Partial<EntryDraft>, own: Partial<Lab> = {}, from?: string) =>
    saveDraft(deps(own), tuner, {
      draft: draft(given),
      base: from ?? (await base()),
      reason: '理由',
      feedback: null,
    });
  const history = () => dictionaryChanges(store.db, { limit: 50 });

  it('are written into the file, with author, reason, effect and difference, and into the audit log without words', async () => {
    const id = await save({ atLeast: 'review' });
    expect(text()).toContain('at_least: review');
    expect(text()).toContain('# \n');
    const change = await requireChange(deps(), id);
    expect(change).toMatchObject({ by: '辞書 花子', kind: 'save', entry: ID, file: NAME, reason: '理由' });
    expect(change.before).toContain('weight: 5');
    expect(change.after).toContain('at_least: review');
    expect(change.effect).toMatchObject({ looked: 0, perWeek: 0 });
    const rows = [];
    for await (const row of auditRows(store.db, { action: 'dictionary.change' })) rows.push(row);
    expect(rows.at(-1)).toMatchObject({ target: `entry/${ID}`, details: { change: id, file: NAME } });
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
    expect(text()).toContain('at_least: review');
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
    const added = draft({ id: 'apology.a', say: ['詫びろ'], match: ['詫びろ'] });
    const input = { draft: added, base: '', reason: '', feedback: null };
    await expect(saveDraft(deps(), tuner, input)).rejects.toMatchObject({
      reason: { code: 'reason-needed', perWeek: null },
    });
    await saveDraft(deps(), tuner, { ...input, reason: '何年も言われてきた' });
    expect(text()).toContain('apology.a');
  });

  it('of two entries of one file at once are both written', async () => {
    await save({});
    const more = (id: string) =>
      saveDraft(deps(), tuner, {
        draft: draft({ id, say: ['詫びろ'], match: ['詫びろ'], atLeast: 'grey' }),
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
    ['full', 'full'],
    ['denied', 'denied'],
  ] as const)('on a disk that is %s leave file, history and rules as they were', async (_what, cause) => {
    const before = text();
    const broken = { ...lab.folder, write: () => Promise.reject(new UnwrittenFileError(cause)) };
    await expect(save({ atLeast: 'grey' }, { folder: broken })).rejects.toMatchObject({
      reason: { code: 'file-unwritten', cause },
    });
    expect(text()).toBe(before);
    expect(await history()).toEqual([]);
    await settleChanges(deps(), true);
    expect(await history()).toEqual([]);
  });

  it.each([
    ['a phrase that is none', { say: ['(土下座'] }],
    ['10,000 words', { say: Array.from({ length: 10_000 }, (_, n) => `土下座${n}`) }],
    ['a regular expression', { say: ['土下座.*'] }],
    ['a word of every mail', { say: ['お世話'], match: ['お世話になります'] }],
    ['a name that is taken', { id: 'apology.dogeza' }],
  ])('with %s are refused, and the file stays', async (what, given) => {
    const before = text();
    const from = what === 'a name that is taken' ? '' : await base();
    await expect(save(given, {}, from)).rejects.toMatchObject({ code: 'entry-wrong' });
    expect(text()).toBe(before);
    expect(await history()).toEqual([]);
  });

  it('need a reason when they add more cases a week than is set', async () => {
    const input = { draft: draft({ atLeast: 'review' }), base: await base(), reason: '', feedback: null };
    await expect(saveDraft(deps({ newCasesWithoutReason: -1 }), tuner, input)).rejects.toMatchObject({
      code: 'reason-needed',
    });
    expect(await saveDraft(deps({ newCasesWithoutReason: -1 }), tuner, { ...input, reason: '理由' })).not.toBeNull();
  });

  it('are for tuners', async () => {
    const other = { ...tuner, roles: ['lead', 'reviewer', 'admin'] };
    const input = { draft: draft({ atLeast: 'review' }), base: await base(), reason: '', feedback: null };
    await expect(saveDraft(deps(), other, input)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('are taken back with one step, to the byte', async () => {
    await save({});
    const before = text();
    const id = await save({ atLeast: 'grey', note: 'x' });
    expect(text()).not.toBe(before);
    const back = await revertChange(deps(), tuner, id, 'やりすぎた');
    expect(text()).toBe(before);
    expect(await requireChange(deps(), back)).toMatchObject({ kind: 'revert', reverts: id, reason: 'やりすぎた' });
    await revertChange(deps(), tuner, back, '');
    expect(text()).toContain('at_least: grey');
  });

  it('that added an entry are taken back by taking it out', async () => {
    const before = text();
    const added = draft({ id: 'apology.a', say: ['詫びろ'], match: ['詫びろ'], atLeast: 'grey' });
    const id = await saveDraft(deps(), tuner, { draft: added, base: '', reason: '', feedback: null });
    expect(text()).toContain('apology.a');
    await revertChange(deps(), tuner, id, '');
    expect(text()).toBe(before);
  });

  it('are not taken back over what came after', async () => {
    const id = await save({ atLeast: 'grey' });
    await save({ atLeast: 'review' });
    await expect(revertChange(deps(), tuner, id, '')).rejects.toMatchObject({ code: 'entry-changed' });
    expect(text()).toContain('at_least: review');
  });

  it('that do not exist cannot be taken back', async () => {
    await expect(revertChange(deps(), tuner, null, '')).rejects.toMatchObject({ code: 'no-such-change' });
  });

  it('made by hand are seen by whoever saves, and noted in the history of an entry that has one', async () => {
    await save({ atLeast: 'review' });
    const seen = await base();
    writeFileSync(path(), text().replace('at_least: review', 'at_least: grey'));
    await expect(save({ atLeast: 'urgent' }, {}, seen)).rejects.toMatchObject({ code: 'entry-changed' });
    await settleChanges(deps());
    await settleChanges(deps());
    const [newest, ...older] = await history();
    expect(newest).toMatchObject({ kind: 'by-hand', person: null });
    expect(newest!.after).toContain('at_least: grey');
    expect(older).toHaveLength(1);
    await save({ atLeast: 'urgent' });
    expect(text()).toContain('at_least: urgent');
  });

  it('whose process died before the file was written are forgotten', async () => {
    const lost = {
      kind: 'save',
      entry: entryId(ID),
      act: 'apology-demand',
      section: 'expressions',
      file: NAME,
    } as const;
    const told = { at: now, person: null, by: 'x', reason: '', effect: null, reverts: null };
    await announceChange(store.db, { ...lost, ...told, before: await currentText(deps(), ID), after: '- id: other\n' });
    expect(await history()).toEqual([]);
    await settleChanges(deps()); // somebody may still be writing it
    await settleChanges(deps(), true);
    expect(await history()).toEqual([]);
    expect(await announcedChanges(store.db, new Date(now.getTime() + 1_000))).toHaveLength(0);
  });

  it('whose process died after the file was written are noted', async () => {
    const dying = deps();
    const kill = {
      ...dying,
      audit: {
        ...dying.audit,
        async during(act: (tx: never) => Promise<unknown>) {
          await store.db.transaction(async (tx) => {
            await act(tx as never);
            throw new Error('killed');
          });
        },
      } as never,
    };
    const input = { draft: draft({ atLeast: 'grey' }), base: await base(), reason: '途中', feedback: null };
    await expect(saveDraft(kill, tuner, input)).rejects.toThrow('killed');
    expect(text()).toContain('at_least: grey');
    expect(await history()).toEqual([]);
    await settleChanges(deps(), true);
    expect(await history()).toMatchObject([{ kind: 'save', reason: '途中', by: '辞書 花子' }]);
  });

  describe('of a folder that takes none', () => {
    beforeEach(() => {
      const { folder: own } = lab;
      lab = { ...lab, folder: { ...own, takesChanges: async () => false } };
    });

    it('go into an overlay, by id, and leave the folder as it is', async () => {
      const before = text();
      await save({ atLeast: 'grey' });
      expect(text()).toBe(before);
      const rule = (await compiled()).rules.get(ID)!;
      expect(rule.kind === 'entry' && rule.atLeast).toBe('grey');
      expect((await history())[0]!.file).toBe(`overlay/${NAME}`);
      await save({ atLeast: 'review' });
      const again = (await compiled()).rules.get(ID)!;
      expect(again.kind === 'entry' && again.atLeast).toBe('review');
    });

    it('and are taken back from it', async () => {
      const id = await save({ atLeast: 'grey' });
      await revertChange(deps(), tuner, id, '');
      const rule = (await compiled()).rules.get(ID)!;
      expect(rule.kind === 'entry' && rule.atLeast).toBe('urgent');
      const overlay = (await lab.folder.read()).find(({ path: one }) => one.startsWith('overlay/'))!;
      expect(overlay.text).not.toContain(ID);
      await settleChanges(deps());
      expect(await history()).toHaveLength(2);
    });
  });
});

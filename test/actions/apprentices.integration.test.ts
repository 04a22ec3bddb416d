import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ActionDeps,
  apprentices,
  demoteEntry,
  openAuditLog,
  type PersonActor,
  promoteApprentices,
  revertChange,
  saveDraft,
  settleChanges,
} from '../../src/actions/index.ts';
import { plainApproval } from '../../src/cases/index.ts';
import { loadConfig } from '../../src/config/index.ts';
import { compileDictionary, type Dictionary, type Entry } from '../../src/detect/index.ts';
import { UnwrittenFileError } from '../../src/screening/index.ts';
import { announcedChanges, auditRows, decide, dictionaryChanges, type Store } from '../../src/store/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { draftIn, type EntryDraft, fingerprint, type Lab, locate, openLab } from '../../src/tuning/index.ts';
import { createLogger } from '../../src/util/log.ts';
import { assessment, at, judgedMail } from '../store/samples.ts';
import { writeSmallDictionary } from '../support/dictionary.ts';
import { entryId, personId } from '../support/ids.ts';
import { openTestStore } from '../support/store.ts';

const tokenize = await loadTokenizer();
const NAME = 'apology-demand.yaml';
const ID = entryId('apology.new');
const DAY = 86_400_000;
const dismiss = { kind: 'dismiss', reason: 'jargon', note: '' } as const;

describe('apprentices', { timeout: 120_000 }, () => {
  let folder: string;
  let store: Store;
  let home: string;
  let lab: Lab;
  let now: Date;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-apprentices-'));
    store = await openTestStore(folder);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'komainu-words-'));
    writeSmallDictionary(join(home, 'words'));
    writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: words }\nstore: { path: data }\n');
    lab = openLab({
      config: loadConfig(null, {}, home).config,
      db: store.db,
      rules: async () => ({ dictionary: await compiled(), tokenize }),
    });
    now = at(0);
    const draft = { ...(draftIn(text(), 'apology.dogeza') as EntryDraft), id: ID, say: ['詫びろ'], match: ['詫びろ'] };
    await saveDraft(deps(), tuner, {
      draft: { ...draft, apprentice: true },
      base: '',
      reason: '',
      feedback: null,
    });
    now = at(60);
  });
  afterEach(async () => {
    rmSync(home, { recursive: true, force: true });
    await store.db.execute(sql`truncate komainu.dictionary_change, komainu.case_file, komainu.decision cascade`);
  });

  const compiled = async (): Promise<Dictionary> => compileDictionary(await lab.folder.read(), tokenize);
  const deps = (own: Partial<ActionDeps> = {}): Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab'> => ({
    db: store.db,
    audit: openAuditLog({ db: store.db, key: 'k', dataPath: folder, log: createLogger('silent') }),
    now: () => now,
    lab,
    ...own,
  });
  const tuner: PersonActor = {
    kind: 'person',
    id: personId('tuner'),
    name: '辞書 花子',
    email: 't@example.jp',
    roles: ['tuner'],
    address: null,
  };
  const text = () => readFileSync(join(home, 'words', NAME), 'utf8');
  const sweep = async () => promoteApprentices(deps(), await compiled());
  const history = () => dictionaryChanges(store.db, { entry: ID, limit: 50 });
  const entry = async () => (await compiled()).rules.get(ID) as Entry;

  let minute = 100;
  /** A case in which it was found, decided an hour later. */
  async function decided(outcome: 'approve' | 'dismiss', { marks = false } = {}): Promise<void> {
    minute += 1;
    const found = assessment('grey', ['apology-demand']);
    const matches = found.matches.map((one) => (one.act === null ? one : { ...one, entry: ID }));
    const { caseId } = await judgedMail(store.db, minute, {
      assessment: { ...found, matches },
      screenedAt: at(minute),
    });
    const feedback = marks ? [{ kind: 'misfire', entry: ID } as const] : [];
    const decision = outcome === 'approve' ? plainApproval(['apology-demand']) : dismiss;
    await decide(store.db, caseId!, decision, '高橋', at(minute + 60), { feedback });
  }
  const approved = async (count: number) => {
    for (let i = 0; i < count; i++) await decided('approve');
    now = at(minute + 100);
  };

  it('are promoted when enough of what they found was approved, with the numbers as the reason, and once', async () => {
    await approved(8);
    expect(await sweep()).toEqual([]);
    expect(await apprentices(deps(), await compiled())).toMatchObject([{ approved: 8, missing: 1, isReady: false }]);
    await approved(1);
    expect(await sweep()).toEqual([ID]);
    expect(text()).not.toContain('apprentice');
    expect((await entry()).apprentice).toBe(false);
    const [change] = await history();
    expect(change).toMatchObject({
      kind: 'promote',
      by: 'komainu',
      person: null,
      grounds: { approved: 9, dismissed: 0, low: 0.701, needed: 0.7, calmDays: 90 },
    });
    expect(await sweep()).toEqual([]);
    expect(await history()).toHaveLength(2);
    const rows = [];
    for await (const row of auditRows(store.db, { action: 'dictionary.promote' })) rows.push(row);
    expect(rows).toMatchObject([{ target: `entry/${ID}`, details: { approved: 9, low: 0.701 } }]);
  });

  it('wait while something was decided against them in the last days', async () => {
    await decided('dismiss');
    await approved(30);
    expect(await sweep()).toEqual([]);
    expect(await apprentices(deps(), await compiled())).toMatchObject([{ missing: 0, against: 1, isReady: false }]);
    now = new Date(now.getTime() + 90 * DAY);
    expect(await sweep()).toEqual([ID]);
  });

  it('wait also for a mark on a case that was approved for something else', async () => {
    await decided('approve', { marks: true });
    await approved(20);
    expect(await sweep()).toEqual([]);
  });

  it('learn nothing from confidential cases', async () => {
    await approved(9);
    await store.db.execute(sql`update komainu.case_file set confidential = true where id in
      (select id from komainu.case_file limit 1)`);
    expect(await sweep()).toEqual([]);
  });

  it('learn nothing from what was found by other words', async () => {
    await approved(9);
    const draft = draftIn(text(), ID) as EntryDraft;
    const base = fingerprint((await history())[0]!.after);
    await saveDraft(deps(), tuner, {
      draft: { ...draft, say: ['詫びろ', '謝れ'] },
      base,
      reason: '',
      feedback: null,
    });
    expect(await sweep()).toEqual([]);
    expect(await apprentices(deps(), await compiled())).toMatchObject([{ approved: 0, missing: 9 }]);
  });

  it('whose promotion is taken back are tried anew, and so is an entry that was demoted', async () => {
    const before = text();
    await approved(9);
    await sweep();
    const [promotion] = await history();
    await revertChange(deps(), tuner, promotion!.id, '早すぎる');
    expect(text()).toBe(before);
    expect(await sweep()).toEqual([]);
    minute += 200; // cases that come after
    await approved(9);
    expect(await sweep()).toEqual([ID]);
    await demoteEntry(deps(), tuner, await entry(), '騒がしい');
    expect((await entry()).apprentice).toBe(true);
    expect((await history())[0]).toMatchObject({ kind: 'demote', by: '辞書 花子', reason: '騒がしい', grounds: null });
    expect(await sweep()).toEqual([]);
    expect(await demoteEntry(deps(), tuner, await entry(), '')).toBeNull();
  });

  it('are made by tuners alone', async () => {
    const other = { ...tuner, roles: ['lead', 'reviewer', 'admin'] };
    await expect(demoteEntry(deps(), other, await entry(), '')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('whose promotion was killed before or after the file are promoted once', async () => {
    await approved(9);
    const dies = async (when: 'before' | 'after') => {
      const write: Lab['folder']['write'] = async (...given) => {
        if (when === 'after') await lab.folder.write(...given);
        throw new Error('killed');
      };
      const dying = deps({ lab: { ...lab, folder: { ...lab.folder, write } } });
      await expect(promoteApprentices(dying, await compiled())).rejects.toThrow('killed');
    };
    await dies('before');
    expect((await entry()).apprentice).toBe(true);
    now = new Date(now.getTime() + 120_000);
    await settleChanges(deps());
    expect(await announcedChanges(store.db, now)).toEqual([]);
    await dies('after');
    expect((await entry()).apprentice).toBe(false);
    now = new Date(now.getTime() + 120_000);
    expect(await sweep()).toEqual([]);
    await settleChanges(deps());
    const changes = await history();
    expect(changes.map(({ kind }) => kind)).toEqual(['promote', 'save']);
    expect(changes[0]).toMatchObject({ grounds: { approved: 9 } });
  });

  it('on a full disk stay what they are, and nothing is noted', async () => {
    await approved(9);
    const before = text();
    const write = () => Promise.reject(new UnwrittenFileError('full'));
    const full = deps({ lab: { ...lab, folder: { ...lab.folder, write } } });
    await expect(promoteApprentices(full, await compiled())).rejects.toMatchObject({ code: 'file-unwritten' });
    expect(text()).toBe(before);
    expect(await history()).toHaveLength(1);
    expect(await sweep()).toEqual([ID]);
  });

  it('in a folder that takes no changes are promoted in the overlay', async () => {
    await approved(9);
    const closed = { ...lab.folder, takesChanges: async (path: string) => path.startsWith('overlay/') };
    const shipped = text();
    const own = deps({ lab: { ...lab, folder: closed } });
    expect(await promoteApprentices(own, await compiled())).toEqual([ID]);
    expect(text()).toBe(shipped);
    expect((await entry()).apprentice).toBe(false);
    await demoteEntry(own, tuner, await entry(), '');
    expect(
      (await lab.folder.read()).some(({ path, text: one }) => path.startsWith('overlay/') && one.includes(ID)),
    ).toBe(false);
    expect((await entry()).apprentice).toBe(true);
  });
});

describe('a new entry', () => {
  it('that counts in full at once needs a reason, and one that is an apprentice does not', async () => {
    const home = mkdtempSync(join(tmpdir(), 'komainu-words-'));
    const store = await openTestStore(home);
    try {
      writeSmallDictionary(join(home, 'words'));
      writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: words }\nstore: { path: data }\n');
      const lab: Lab = openLab({
        config: loadConfig(null, {}, home).config,
        db: store.db,
        rules: async () => ({ dictionary: compileDictionary(await lab.folder.read(), tokenize), tokenize }),
      });
      const audit = openAuditLog({ db: store.db, key: 'k', dataPath: home, log: createLogger('silent') });
      const deps = { db: store.db, audit, lab, now: () => new Date() };
      const operator = { kind: 'operator', name: 'taro' } as const;
      const file = readFileSync(join(home, 'words', NAME), 'utf8');
      const draft = { ...(draftIn(file, 'apology.dogeza') as EntryDraft), id: ID, say: ['詫びろ'], match: ['詫びろ'] };
      const input = { draft, base: '', reason: '', feedback: null };
      await expect(saveDraft(deps, operator, input)).rejects.toMatchObject({
        reason: { code: 'reason-needed', perWeek: null },
      });
      await saveDraft(deps, operator, { ...input, draft: { ...draft, apprentice: true } });
      const base = fingerprint(locate(await lab.folder.read(), ID)!.item.text);
      await expect(saveDraft(deps, operator, { ...input, base })).rejects.toMatchObject({ code: 'reason-needed' });
      await saveDraft(deps, operator, { ...input, base, reason: '何年も言われてきた' });
      expect(readFileSync(join(home, 'words', NAME), 'utf8')).not.toContain('apprentice');
    } finally {
      await store.close();
      rmSync(home, { recursive: true, force: true });
    }
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/index.ts';
import { packRules, readRuleFiles, screen } from '../../../src/screening/index.ts';
import { compileRules } from '../../../src/screening/rules.ts';
import { startShadow } from '../../../src/services/tuning/shadow.ts';
import { beginShadow, currentShadow, type Store, shadowCounts } from '../../../src/store/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { packVersions } from '../../../src/tuning/index.ts';
import { FLAGGED, mailOf, silent } from '../../screening/pool/support.ts';
import { storeMail } from '../../store/samples.ts';
import { writeSmallDictionary } from '../../support/dictionary.ts';
import { eventually } from '../../support/eventually.ts';
import { entryId } from '../../support/ids.ts';
import { openTestStore } from '../../support/store.ts';

describe('a shadow in a process of its own', { timeout: 120_000 }, () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-shadow-'));
    writeSmallDictionary(join(folder, 'words'));
    writeFileSync(join(folder, 'komainu.yaml'), 'settings: { dictionaries: words }\nstore: { path: data }\n');
    store = await openTestStore(folder);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('judges by the files in force with the lines that are tried', async () => {
    const { config } = loadConfig(null, {}, folder);
    const files = await readRuleFiles(config);
    const tokenize = await loadTokenizer();
    const packed = packRules(files, tokenize);
    const rules = compileRules(files, tokenize);
    const entry = entryId('apology.dogeza');
    const after = '- { id: apology.dogeza, say: [見積書], weight: 3, match: [例] }\n';
    const id = await store.db.transaction((tx) =>
      beginShadow(tx, () => ({
        at: new Date(),
        person: null,
        by: 'x',
        rules: [{ entry, act: 'apology-demand', section: 'expressions', before: null, after }],
      })),
    );
    const shadow = startShadow({ config, db: store.db, packedRules: () => packed, log: silent });
    try {
      await shadow.sweep();
      expect((await currentShadow(store.db))!.trouble).toBeNull();
      const judge = shadow.beside((mail, historyOf) => screen(mail, rules, historyOf));
      for (const body of [FLAGGED, '見積書をお送りください。', 'お世話になっております。']) {
        const { assessment } = await judge(mailOf(body), async () => []);
        shadow.written([{ mailId: await storeMail(store.db, { minute: 1 }), assessment }]);
      }
      await eventually(async () => {
        await shadow.sweep();
        return (await shadowCounts(store.db, id)).length === 3;
      });
      expect(await shadowCounts(store.db, id)).toEqual(
        expect.arrayContaining([
          { band: 'urgent', would: 'ordinary', mails: 1 },
          { band: 'ordinary', would: 'review', mails: 1 },
          { band: 'ordinary', would: 'ordinary', mails: 1 },
        ]),
      );
    } finally {
      await shadow[Symbol.asyncDispose]();
    }
  });

  it('judges by a whole folder as it was when it began, whatever is in force', async () => {
    const { config } = loadConfig(null, {}, folder);
    const tokenize = await loadTokenizer();
    const files = await readRuleFiles(config);
    const packed = packRules(files, tokenize);
    const rules = compileRules(files, tokenize);
    const draft = files.dictionary.map((file) => ({ ...file, text: file.text.replace('土下座しろ', '見積書') }));
    const id = await store.db.transaction((tx) =>
      beginShadow(tx, () => ({
        ...{ at: new Date(), person: null, by: 'x', rules: [] },
        folder: 'draft',
        files: packVersions([draft]),
      })),
    );
    const shadow = startShadow({ config, db: store.db, packedRules: () => packed, log: silent });
    try {
      await shadow.sweep();
      expect(await currentShadow(store.db)).toMatchObject({ trouble: null, folder: 'draft', rules: [] });
      const judge = shadow.beside((mail, historyOf) => screen(mail, rules, historyOf));
      for (const body of [FLAGGED, '見積書をお送りください。']) {
        const { assessment } = await judge(mailOf(body), async () => []);
        shadow.written([{ mailId: await storeMail(store.db, { minute: 1 }), assessment }]);
      }
      await eventually(async () => {
        await shadow.sweep();
        return (await shadowCounts(store.db, id)).length === 2;
      });
      const counts = await shadowCounts(store.db, id);
      expect(counts.find(({ band }) => band === 'urgent')).toMatchObject({ would: 'ordinary', mails: 1 });
      expect(counts.find(({ band }) => band === 'ordinary')).toMatchObject({ mails: 1 });
      expect(counts.find(({ band }) => band === 'ordinary')!.would).not.toBe('ordinary');
    } finally {
      await shadow[Symbol.asyncDispose]();
    }
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainApproval } from '../../../src/cases/index.ts';
import { loadConfig, loadKeys } from '../../../src/config/index.ts';
import { compileRules, readRuleFiles } from '../../../src/screening/index.ts';
import { startApprenticeship } from '../../../src/services/tuning/apprenticeship.ts';
import { decide, dictionaryChanges, openLeases, type Store } from '../../../src/store/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { assessment, at, judgedMail } from '../../store/samples.ts';
import { writeSmallDictionary } from '../../support/dictionary.ts';
import { eventually } from '../../support/eventually.ts';
import { entryId } from '../../support/ids.ts';
import { openTestStore } from '../../support/store.ts';

const ID = entryId('apology.dogeza');

describe('the promotion of apprentices', { timeout: 120_000 }, () => {
  let folder: string;
  let store: Store;
  const running: AsyncDisposable[] = [];
  const said: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void said.push(JSON.parse(line).msg) });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-apprentices-'));
    writeSmallDictionary(join(folder, 'words'));
    const file = join(folder, 'words', 'apology-demand.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('weight: 5', 'weight: 5, apprentice: true'));
    writeFileSync(join(folder, 'komainu.yaml'), 'settings: { dictionaries: words }\nstore: { path: data }\n');
    store = await openTestStore(folder);
    said.length = 0;
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one[Symbol.asyncDispose]();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    const { config } = loadConfig(null, {}, folder);
    const rules = compileRules(await readRuleFiles(config), await loadTokenizer());
    const deps = { config, store, leases: openLeases(store.engine), keys: await loadKeys(folder, {}), log };
    running.push(startApprenticeship({ ...deps, rules: () => rules }));
  }

  it('is done by one of the processes that offer to, and stands in the history', async () => {
    for (let minute = 1; minute < 10; minute++) {
      const found = assessment('grey', ['apology-demand']);
      const matches = found.matches.map((one) => (one.act === null ? one : { ...one, entry: ID }));
      const { caseId } = await judgedMail(store.db, minute, { assessment: { ...found, matches } });
      await decide(store.db, caseId!, plainApproval(['apology-demand']), '高橋', at(700));
    }
    await Promise.all([start(), start()]);
    await eventually(async () => (await dictionaryChanges(store.db, { limit: 9 })).length > 0);
    await eventually(async () => said.includes('an apprentice entry was promoted'));
    const changes = await dictionaryChanges(store.db, { limit: 9 });
    expect(changes).toMatchObject([{ kind: 'promote', entry: ID, grounds: { approved: 9 } }]);
    expect(readFileSync(join(folder, 'words', 'apology-demand.yaml'), 'utf8')).not.toContain('apprentice');
  });
});

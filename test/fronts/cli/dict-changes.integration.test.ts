import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAuditLog, saveDraft } from '../../../src/actions/index.ts';
import { loadConfig } from '../../../src/config/index.ts';
import { loadDictionary } from '../../../src/screening/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { draftOf, type EntryDraft, fingerprint, locate, openLab } from '../../../src/tuning/index.ts';
import { createLogger } from '../../../src/util/log.ts';
import { komainu, linesOf, type Workspace, workspace } from './support.ts';

const ID = 'apology.dogeza';

describe('komainu dict log, diff and revert', { timeout: 180_000 }, () => {
  let place: Workspace;
  beforeAll(async () => {
    place = await workspace();
  });
  afterAll(() => place[Symbol.asyncDispose]());
  const run = (...argv: string[]) => komainu(['dict', ...argv], { cwd: place.path });
  const newest = async () => JSON.parse(linesOf((await run('log', ID, '--json')).out)[0]!) as { id: string };

  /** As somebody does it in the browser. */
  async function change(atLeast: EntryDraft['atLeast'], reason: string): Promise<void> {
    const { config, secrets } = loadConfig(null, {}, place.path);
    const store = await openStore(secrets.store, config.dataPath);
    const tokenize = await loadTokenizer();
    const rules = async () => ({ dictionary: await loadDictionary(join(place.path, 'words')), tokenize });
    const lab = openLab({ config, db: store.db, rules });
    const known = locate(await lab.files(), ID)!;
    const audit = openAuditLog({ db: store.db, key: 'k', dataPath: config.dataPath, log: createLogger('silent') });
    const draft = { ...(draftOf(known) as EntryDraft), atLeast };
    const input = { draft, base: fingerprint(known.text), reason, feedback: null };
    await saveDraft({ db: store.db, audit, now: () => new Date(), lab }, { kind: 'operator', name: 'taro' }, input);
    await store.close();
  }

  it('tell what was changed, and that nothing was', async () => {
    expect(await run('log', 'no.such')).toMatchObject({ code: 0, out: '変更はありません\n' });
    expect(await run('log', 'no.such', '--json')).toMatchObject({ code: 0, out: '' });
    await change('review', '重すぎた');
    const { code, out } = await run('log', '--limit', '1');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^#\d+ \d{4}-\d\d-\d\d \d\d:\d\d apology\.dogeza 保存 cli:taro 新しく0件・消える0件 重すぎた\n$/,
    );
    expect(await newest()).toMatchObject({ entry: ID, kind: 'save', by: 'cli:taro', reason: '重すぎた' });
  });

  it('show the lines that went and came', async () => {
    await change('review', '');
    const { out } = await run('diff', (await newest()).id);
    expect(out).toMatch(/^- .*weight: 5$/m); // a file of an earlier version
    expect(out).toMatch(/^\+ .*at_least: review$/m);
    expect(out).toMatch(/^ {2}.*id: apology\.dogeza$/m);
  });

  it('take a change back to the byte, with a reason in the history', async () => {
    await change('grey', '試し');
    const { id } = await newest();
    const taken = await run('revert', id, '--reason', '間違い');
    expect(taken).toMatchObject({ code: 0, err: '' });
    expect(taken.out).toMatch(/^取り消しました（変更 \d+）\n$/);
    expect((await run('diff', (await newest()).id)).out).toMatch(/^\+ .*at_least: review$/m);
    expect(await newest()).toMatchObject({ kind: 'revert', reason: '間違い', reverts: id });
  });

  it('refuse what changed since, and change nothing', async () => {
    await change('grey', '先');
    const { id } = await newest();
    await change(null, '後');
    const before = (await newest()).id;
    const refused = await run('revert', id);
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('この変更のあとに変わっています');
    expect((await newest()).id).toBe(before);
  });

  it.each([
    ['diff', '999'],
    ['diff', 'x'],
    ['revert', '999'],
    ['revert', '../1'],
  ])('%s %s says that there is none', async (command, id) => {
    const { code, out, err } = await run(command, id);
    expect({ code: code === 0, out }).toEqual({ code: false, out: '' });
    expect(err).not.toBe('');
  });
});

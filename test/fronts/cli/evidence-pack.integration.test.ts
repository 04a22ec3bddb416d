import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/index.ts';
import { localSocketPath, serveLocalApi } from '../../../src/fronts/api/local/index.ts';
import { openOwnStore } from '../../../src/fronts/cli/local/own-store.ts';
import { unzip } from '../../../src/response/evidence/unzip.ts';
import { CARE_POINTS, sha256Of } from '../../../src/response/index.ts';
import { openStore, writeCarePoint } from '../../../src/store/index.ts';
import { judgedMail } from '../../store/samples.ts';
import { caseId } from '../../support/ids.ts';
import { komainu, linesOf, type Workspace, workspace } from './support.ts';

describe.each([
  ['without a running service', false],
  ['while the service runs', true],
])('komainu evidence pack, %s', (_how, runs) => {
  let place: Workspace;
  const open: AsyncDisposable[] = [];
  beforeAll(async () => {
    place = await workspace();
    const loaded = loadConfig(null, {}, place.path);
    const store = await openStore(loaded.secrets.store, loaded.config.dataPath);
    for (const minute of [1, 2]) await judgedMail(store.db, minute);
    for (const point of CARE_POINTS)
      await writeCarePoint(store.db, caseId('1'), point, { state: 'done', note: '' }, { by: '人', at: new Date() });
    await store.close();
    if (runs) {
      const own = await openOwnStore(loaded, {});
      open.push(await serveLocalApi(own.api, localSocketPath(loaded.config.dataPath)), own);
    }
    for (const id of ['1', '2'])
      expect((await run('cases', 'approve', id, '--severity', '2', '--declaration')).code).toBe(0);
  });
  afterAll(async () => {
    for (const one of open) await one[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });
  const run = (...argv: string[]) => komainu(argv, { cwd: place.path });
  const pack = (id: string, out: string, ...more: string[]) =>
    run('evidence', 'pack', id, '--for', 'lawyer', '--purpose', 'advice', '--out', out, ...more);

  it('writes a file for its owner alone, whole, with the hash that the audit log has', async () => {
    const { code, out } = await pack('1', 'pack.zip');
    expect(code).toBe(0);
    const path = join(place.path, 'pack.zip');
    const bytes = await readFile(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(out).toContain(`SHA-256 ${sha256Of(bytes)}`);
    expect((await run('evidence', 'verify', 'pack.zip', '--sha256', sha256Of(bytes))).code).toBe(0);
    const log = linesOf((await run('audit', 'export')).out).map((line) => JSON.parse(line));
    expect(log.filter(({ action }) => action === 'case.evidence')).toMatchObject([
      { name: 'cli:検査 taro', target: 'case/1', details: { recipient: 'lawyer', sha256: sha256Of(bytes) } },
    ]);
  });

  it('leaves a file alone that is there', async () => {
    await writeFile(join(place.path, 'mine.zip'), 'mine');
    expect((await pack('1', 'mine.zip')).code).toBe(1);
    expect(await readFile(join(place.path, 'mine.zip'), 'utf8')).toBe('mine');
  });

  it('covers what a file names', async () => {
    await writeFile(join(place.path, 'names.txt'), '土下座\n');
    expect((await pack('1', 'covered.zip', '--redact', 'names.txt')).code).toBe(0);
    const entries = await unzip(await readFile(join(place.path, 'covered.zip')));
    const copy = Buffer.from(entries.find(({ path }) => path === 'redacted/mail-001.txt')!.bytes!).toString('utf8');
    expect(copy).toContain('【伏せ字1】しろ');
    expect((await pack('1', 'other.zip', '--redact', 'nowhere.txt')).code).toBe(2);
    const long = 'あ'.repeat(101);
    await writeFile(join(place.path, 'names.txt'), `土下座\n${long}\n`);
    const refused = await pack('1', 'other.zip', '--redact', 'names.txt');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(long);
  });

  it.each([
    ['points of care are left', '2', 'lawyer', 'advice', 1, 'ケアのリストに、まだ確かめていない項目があります'],
    ['the purpose does not suit', '1', 'company', 'claim', 2, 'その相手には、その目的では渡せません'],
    ['there is no such case', '99', 'lawyer', 'advice', 1, 'その番号の案件はありません'],
  ])('says so where %s, and writes nothing', async (_, id, whom, purpose, code, said) => {
    const ran = await run('evidence', 'pack', id, '--for', whom, '--purpose', purpose, '--out', 'none.zip');
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(said);
    await expect(stat(join(place.path, 'none.zip'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('names the points of care that are left', async () => {
    expect((await pack('2', 'none.zip', '--lang', 'en')).err).toContain('thread, second, text');
  });
});

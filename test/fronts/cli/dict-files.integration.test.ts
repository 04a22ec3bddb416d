import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { komainu, linesOf, mail, type Workspace, workspace } from './support.ts';

const OWN = `act: apology-demand
expressions:
  # ここで言われるもの
  - id: apology.own # 札
    say: [詫びを入れろ]
    at_least: urgent
    match: [詫びを入れろ]
`;

describe('komainu dict export and import', { timeout: 120_000 }, () => {
  let place: Workspace;
  let folder: string;
  beforeEach(async () => {
    place = await workspace({ 'own/apology-demand.yaml': OWN, 'mail.eml': mail({ body: '詫びを入れろ' }) });
    folder = join(place.path, 'own');
  });
  afterEach(() => place[Symbol.asyncDispose]());
  const run = (...argv: string[]) => komainu(argv, { cwd: place.path });
  const scanned = async () => {
    const { out } = await run('scan', '--json', 'mail.eml');
    return JSON.parse(out) as { band: string; dictionary: string; matches: { entry: string }[] };
  };
  const file = () => join(folder, 'apology-demand.yaml');

  it('put entries in force for every command, and give them back to the byte', async () => {
    const before = await scanned();
    expect(before.band).toBe('ordinary');
    expect(readdirSync(place.path)).not.toContain('data'); // a scan by itself makes no store
    expect(await run('dict', 'import', 'own', '--reason', '電話で')).toMatchObject({
      code: 0,
      out: '1項目を取り込み、0項目を外しました\n',
    });
    const after = await scanned();
    expect(after).toMatchObject({ band: 'urgent', matches: [{ entry: 'apology.own' }] });
    expect(after.dictionary).not.toBe(before.dictionary);
    expect((await run('check')).out).toContain(after.dictionary);
    expect((await run('dict', 'check')).out).toContain('2項目');
    expect(JSON.parse(linesOf((await run('dict', 'log', '--json')).out)[0]!)).toMatchObject({
      kind: 'by-hand',
      entry: 'apology.own',
      reason: '電話で',
    });
    expect(await run('dict', 'export', 'out')).toMatchObject({ code: 0, out: '1項目を書き出しました\n' });
    expect(readFileSync(join(place.path, 'out/apology-demand.yaml'), 'utf8')).toBe(
      OWN.replace('  # ここで言われるもの\n', ''),
    );
  });

  it('leave what the files have not, and say so, unless it is to go', async () => {
    await run('dict', 'import', 'own');
    writeFileSync(file(), OWN.replaceAll('apology.own', 'apology.other').replaceAll('詫びを入れろ', '頭を下げろ'));
    const { out } = await run('dict', 'import', 'own');
    expect(out).toContain('ファイルにない1項目は残しました');
    expect(out).toContain('apology.own');
    expect((await run('dict', 'import', 'own', '--remove')).out).toBe('0項目を取り込み、1項目を外しました\n');
    expect((await scanned()).band).toBe('ordinary');
  });

  it.each([
    ['no YAML', 'act: [', 'apology-demand.yaml:'],
    ['an unknown key', OWN.replace('at_least', 'at_most'), 'overlay/apology.own.yaml:'],
    ['an example that is not found', OWN.replace('match: [詫びを入れろ]', 'match: [見積もり]'), 'apology.own'],
  ])('say what is wrong with %s, and change nothing', async (_what, text, complaint) => {
    writeFileSync(file(), text);
    const { code, err } = await run('dict', 'import', 'own');
    expect(code).toBe(1);
    expect(err).toContain(complaint);
    expect(readdirSync(place.path)).not.toContain('data'); // nothing was opened to be changed
  });

  it('write into an empty folder alone: what was taken out would come back', async () => {
    expect(await run('dict', 'export', 'own')).toMatchObject({ code: 2 });
    rmSync(folder, { recursive: true });
    expect((await run('dict', 'export', 'own')).code).toBe(0);
    expect((await run('dict', 'import', 'no-such-folder')).code).toBe(2);
  });
});

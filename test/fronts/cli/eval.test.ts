import { describe, expect, it } from 'vitest';
import type { CorpusRow } from '../../../src/lab/index.ts';
import { row } from '../../lab/support.ts';
import { komainu, workspace } from './support.ts';

const jsonl = (...rows: unknown[]) => rows.map((one) => `${JSON.stringify(one)}\n`).join('');
const harassment: Partial<CorpusRow> = { label: 'harassment', severity: 2, categories: ['apology-demand'] };
const files = {
  'a.jsonl': jsonl(row({ id: 'a1', body: '今すぐ土下座しろ。', ...harassment }), row({ id: 'a2' })),
  'b.jsonl': jsonl(row({ id: 'b1', body: '何とかしてほしい。', ...harassment })),
  'broken.jsonl': `${jsonl(row())}{"id": 1}\n`,
};

describe('komainu eval', { timeout: 60_000 }, () => {
  it('prints the figures of all files together as JSON, and ends with 0 whatever they are', async () => {
    await using place = await workspace(files);
    const { code, out } = await komainu(['eval', 'a.jsonl', 'b.jsonl', '--json'], { cwd: place.path });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      mails: 3,
      flagged: { tp: 1, fp: 0, fn: 1, tn: 1, precision: 1, recall: 0.5, fpr: 0 },
      by_act: { 'apology-demand': { mails: 2, flagged: { recall: 0.5 } } },
      wrong: [{ id: 'b1', expected: 'harassment', band: 'ordinary', acts: [] }],
    });
  });

  it('prints tables for people, with ids and without text', async () => {
    await using place = await workspace(files);
    const { out } = await komainu(['eval', 'a.jsonl', 'b.jsonl'], { cwd: place.path });
    expect(out).toMatch(/要確認以上 │ +1 │ +0 │ +1 │ +1 │ +100\.0% │ +50\.0% │ +0\.0% │ +66\.7% │/);
    expect(out).toMatch(/ {2}b1 {2}harassment {2}通常/);
    expect(out).not.toContain('何とかしてほしい');
  });

  it('names file and line of a row that is none', async () => {
    await using place = await workspace(files);
    const { code, err } = await komainu(['eval', 'broken.jsonl'], { cwd: place.path });
    expect(code).toBe(1);
    expect(err).toMatch(/broken\.jsonl:2: /);
  });

  it('says that there is no learned classifier to use alone', async () => {
    await using place = await workspace(files);
    const { code, err } = await komainu(['eval', 'a.jsonl', '--classifier', 'only'], { cwd: place.path });
    expect(code).toBe(2);
    expect(err).toContain('--classifier off');
  });
});

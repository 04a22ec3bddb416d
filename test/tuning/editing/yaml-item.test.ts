import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { draftOf, itemOf } from '../../../src/tuning/editing/draft.ts';
import { locate } from '../../../src/tuning/editing/plan.ts';
import { changedItem, findItem, replaceItem } from '../../../src/tuning/editing/yaml-item.ts';
import { shipped } from '../../../src/util/paths.ts';

const folder = shipped('dictionaries');
const FILES = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && name !== 'scoring.yaml')
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

type Plain = { readonly id: string } & Readonly<Record<string, unknown>>;
const rulesOf = (text: string): Plain[] => {
  const read = parse(text) as { demands?: Plain[]; expressions?: Plain[] };
  return [...(read.demands ?? []), ...(read.expressions ?? [])];
};

/** The first, the last, and some between: each reads the whole file. */
const some = <T>(list: readonly T[]): T[] => list.filter((_, i) => i % 9 === 0 || i === list.length - 1);

const COMMENTED = `# 上
act: apology-demand # 行為
expressions:
  # 一つ目について
  - id: a.one # 札
    say: # 言い方
      - 謝れ # 強い
      - 詫びろ

    weight: 3
    match: [謝れ, "詫びろ"]
  # 二つ目について
  - { id: a.two, say: [土下座], weight: 5, match: [土下座] } # 終わり
# 下
`;

describe('a rule in its file', () => {
  it.each(FILES)('is found and changed in %s, and every other byte stays', (_name, text) => {
    for (const { id } of some(rulesOf(text))) {
      const item = findItem(text, id)!;
      expect(item, id).not.toBeNull();
      const changed = replaceItem(text, item, changedItem(item.text, { note: '試し' }));
      expect(changed.startsWith(text.slice(0, item.start))).toBe(true);
      expect(changed.endsWith(text.slice(item.end))).toBe(true);
      const before = rulesOf(text);
      expect(rulesOf(changed)).toEqual(before.map((one) => (one.id === id ? { ...one, note: '試し' } : one)));
      expect(replaceItem(text, item, item.text)).toBe(text);
    }
  });

  it.each(FILES)('goes through the form of %s without a change', (path, text) => {
    for (const { id } of some(rulesOf(text))) {
      const rule = locate([{ path, text }], id)!;
      expect(itemOf(draftOf(rule)!, rule.text)).toBe(rule.text);
    }
  });

  it('keeps comments, order and blank lines when a list grows', () => {
    const item = findItem(COMMENTED, 'a.one')!;
    const changed = replaceItem(COMMENTED, item, changedItem(item.text, { say: ['謝れ', '詫びろ', '頭を下げろ'] }));
    for (const comment of [
      '# 上',
      '# 行為',
      '# 一つ目について',
      '# 札',
      '# 言い方',
      '# 強い',
      '# 二つ目について',
      '# 終わり',
      '# 下',
    ])
      expect(changed).toContain(comment);
    expect(rulesOf(changed)[0]!.say).toEqual(['謝れ', '詫びろ', '頭を下げろ']);
    expect(Object.keys(rulesOf(changed)[0]!)).toEqual(['id', 'say', 'weight', 'match']);
    expect(changed).toContain('match: [謝れ, "詫びろ"]');
  });

  it.each(['- x', 'no: [', '', 'expressions: text'])('is in no file that says %j', (text) => {
    expect(findItem(text, 'a.one')).toBeNull();
  });
});

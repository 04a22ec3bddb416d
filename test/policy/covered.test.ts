import { describe, expect, it } from 'vitest';
import { coveredConduct, loadPolicy } from '../../src/policy/index.ts';

describe('the conduct that a policy covers', () => {
  it.each(['ja', 'en'] as const)('is found in the template that ships: %s', async (language) => {
    const { text } = await loadPolicy(null, language);
    const blocks = coveredConduct(text);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'points', 'paragraph']);
  });

  it('stands under the heading that names it, whatever stands before', () => {
    const text = '# 方針\n\n- 先の項目\n\n## カスタマーハラスメントの定義\n\n著しい迷惑行為です。\n';
    expect(coveredConduct(text)).toEqual([{ kind: 'paragraph', text: '著しい迷惑行為です。' }]);
  });

  it('is the first list where no heading names it', () => {
    expect(coveredConduct('はじめに\n\n## 例\n\n- 脅し\n- 侮辱\n')).toEqual([
      { kind: 'points', points: ['脅し', '侮辱'] },
    ]);
  });

  it.each(['', '# 対象となる行為\n', '一文だけの方針です。'])(
    'is nothing where the text does not say it: %j',
    (text) => {
      expect(coveredConduct(text)).toEqual([]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/detect/index.ts';
import { comparable } from '../../../src/fronts/shared/comparable.ts';
import { hiddenActs, maskingOver } from '../../../src/fronts/shared/masking.ts';
import { painfulIn } from '../../../src/fronts/shared/painful-words.ts';

const over = (acts: Assessment['acts'][number]['act'][], words: string[] = []) =>
  maskingOver(
    { acts, foundActs: [], assessments: [], words: words.map((text) => ({ act: acts[0] ?? null, text })) },
    hiddenActs(false),
    'ja',
  );

describe('a text made comparable', () => {
  it.each([
    ['width and case', 'ﾌﾞｯﾀ ＡＢＣ', 'ブッタabc'],
    ['a line end within a word', '殺し\r\n> てやる', '殺してやる'],
    ['words of Latin letters stay apart', 'I will  kill\n> you', 'i will kill you'],
    ['unseen characters', '殺\u200bす', '殺す'],
    ['half a surrogate pair', 'a\ud83d', 'a\ud83d'],
  ])('levels %s', (_, written, made) => {
    expect(comparable(written).text).toBe(made);
  });

  it('leads back to the text as written', () => {
    const written = '必ず 殺\n> す！';
    const { text, written: back } = comparable(written);
    const at = text.indexOf('殺す');
    const { start, end } = back(at, at + 2);
    expect(written.slice(start, end)).toBe('殺\n> す');
  });
});

describe('words that hurt', () => {
  it.each([
    '殺すぞ',
    'ぶっ殺す',
    'コロス',
    '死ね',
    '刺してやる',
    '首を絞める',
    '火をつける',
    '腕をへし折る',
    'I will kill you',
    'hang yourself',
    'show me your breasts',
    'what underwear do you wear',
    '我要弄死你',
    '带着菜刀去找你',
    '你怎么不去死',
    '殺你全家',
    '把你家燒掉',
    '陪我睡,脱光给我看',
    '你內褲什麼顏色',
    '🔪',
  ])('are found: %s', (text) => expect(painfulIn(comparable(text).text)).not.toEqual([]));

  it.each([
    '相殺',
    '必死',
    '名刺交換',
    '刺激',
    '殺到',
    'コロッケ',
    'こころして',
    '死活監視',
    'skills',
    'エロージョン',
    'セキュリティ',
    'an assistant on a diet',
    '打折了,内容和胸怀',
  ])('are no others: %s', (text) => expect(painfulIn(comparable(text).text)).toEqual([]));
});

describe('masking', () => {
  it('hides nothing where no hidden act was found', () => {
    const masking = over(['insult-person'], ['無能']);
    expect([masking.hides, masking.cover('無能。殺す')]).toEqual([false, '無能。殺す']);
  });

  it('tells two kinds apart, and joins what touches', () => {
    const masking = over(['physical-violence', 'sexual'], ['締め落とす']);
    expect(masking.cover('締め落とす。下着を見せろ。刺し殺すぞ')).toBe(
      '〔暴力的な言葉〕。〔性的な言葉〕を見せろ。〔暴力的な言葉〕ぞ',
    );
  });

  it('finds a word of one character again only when it means something by itself', () => {
    expect(over(['physical-violence'], ['鉈']).cover('鉈とナタ')).toBe('〔暴力的な言葉〕とナタ');
    expect(over(['physical-violence'], ['あ']).cover('ああ')).toBe('ああ');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRedactions, REDACTIONS, redact, suggestedRedactions } from '../../../src/response/index.ts';

describe('covering third parties', () => {
  it.each([
    ['a name without its blank', '山田花子さんを出せ', ['山田 花子'], '【伏せ字1】さんを出せ'],
    ['a name with a wide blank', '山田　花子を出せ', ['山田 花子'], '【伏せ字1】を出せ'],
    ['a name over two lines', '山田\n花子を出せ', ['山田花子'], '【伏せ字1】を出せ'],
    ['half-width kana', 'ﾔﾏﾀﾞを出せ', ['ヤマダ'], '【伏せ字1】を出せ'],
    ['full-width letters', 'ＹＡＭＡＤＡを出せ', ['Yamada'], '【伏せ字1】を出せ'],
    ['an address', '宛先: Hanako@Example.JP まで', ['hanako@example.jp'], '宛先: 【伏せ字1】 まで'],
    ['a name parted by a sign that nobody sees', '山\u200b田花子', ['山田花子'], '【伏せ字1】'],
    [
      'the same one twice under one number',
      '花子と太郎と花子',
      ['花子', '太郎'],
      '【伏せ字1】と【伏せ字2】と【伏せ字1】',
    ],
    ['the longest of redactions that overlap', '山田花子と花子', ['花子', '山田花子'], '【伏せ字2】と【伏せ字1】'],
    ['signs that mean something in patterns', 'a.b と axb', ['a.b'], '【伏せ字1】 と axb'],
    ['a name over two lines of a quote', '> 担当の山田\n> 花子さん', ['山田 花子'], '> 担当の【伏せ字1】さん'],
    ['a name over lines of a quote in a quote', '>> 山\r\n>> 田\r\n> > 花子さん', ['山田花子'], '>> 【伏せ字1】さん'],
    ['a name over lines with bars', '| 山田\n| 花子さん', ['山田花子'], '| 【伏せ字1】さん'],
    ['a name with signs that part names', '山田・花子', ['山田・花子'], '【伏せ字1】'],
    ['a word of nothing else', 'A・B', ['・'], 'A【伏せ字1】B'],
    ['a word with a sign of a quote', 'a>b と ab', ['a>b'], '【伏せ字1】 と ab'],
    ['no name where words stand between lines', '山田\n> と花子', ['山田花子'], '山田\n> と花子'],
    ['nothing where nothing is named', '山田花子', [], '山田花子'],
  ])('covers %s', (_, text, redactions, covered) => {
    expect(redact(text, redactions).text).toBe(covered);
  });

  it('counts the places', () => {
    expect(redact('花子と花子', ['花子']).places).toBe(2);
  });

  it.each([
    ['dots', `${'・'.repeat(20)}a`, '・'.repeat(5000)],
    ['blanks', `${'\u3000'.repeat(20)}a`, ' '.repeat(5000)],
    ['commas of two widths', `${',，'.repeat(10)}a`, ',，'.repeat(2500)],
    ['signs of quotes', `${'>'.repeat(20)}a`, '>\n'.repeat(2500)],
    ['letters in a quote', `${'a'.repeat(20)}b`, 'a\n> '.repeat(2500)],
  ])('comes to an end whatever a stranger is called: %s', (_, word, text) => {
    expect(redact(text, [word])).toEqual({ text, places: 0 });
  });

  it('leaves none of the words in any text', () => {
    const word = fc.stringMatching(/^[山田花子太郎ab]{2,6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 12 }),
        fc.array(word, { maxLength: 3 }),
        (pieces, redactions) => {
          const { text } = redact(pieces.join('、'), redactions);
          const outside = text.replace(/【伏せ字\d】/g, '\u0000');
          for (const word of redactions) expect(outside).not.toContain(word);
        },
      ),
    );
  });
});

describe('words to cover', () => {
  it('are lines, each once, one letter as well; what is too long or one too many is said', () => {
    expect(parseRedactions(' 花子 \r\n\n花子\n林\nyamada@example.jp')).toEqual({
      words: ['花子', '林', 'yamada@example.jp'],
      left: [],
    });
    const long = 'あ'.repeat(REDACTIONS.longest + 1);
    expect(parseRedactions(`花子\n${long}`)).toEqual({ words: ['花子'], left: [long] });
    const lines = Array.from({ length: REDACTIONS.most + 2 }, (_, nth) => `n${nth}`);
    const { words, left } = parseRedactions(lines.join('\n'));
    expect(words).toHaveLength(REDACTIONS.most);
    expect([...words, ...left]).toEqual(lines);
  });

  it('begin with whoever handed it in; one letter is left to people, signs alone are nobody', () => {
    const named = ['林', '・', '・・'].map((name, nth) => ({ name, address: `n${nth}@example.jp` }));
    expect(
      suggestedRedactions(
        [{ from: { name: '田中', address: 'tanaka@example.com' }, to: named, cc: [] }],
        ['申し出 花子'],
      ),
    ).toEqual({ words: ['申し出 花子', 'n0@example.jp', 'n1@example.jp', 'n2@example.jp'], left: ['林'] });
  });

  it('begin with everybody whom the mails name beside their sender', () => {
    const tanaka = { name: '田中', address: 'tanaka@example.com' };
    const boss = { name: '上司', address: 'boss@example.com' };
    const ours = { name: '', address: 'support@example.jp' };
    expect(
      suggestedRedactions(
        [
          { from: tanaka, to: [ours], cc: [boss] },
          { from: boss, to: [tanaka], cc: [] },
        ],
        [],
      ).words,
    ).toEqual(['support@example.jp', '上司', 'boss@example.com']);
  });
});

import { describe, expect, it } from 'vitest';
import { isNamedIn, NAME_GAPS, searched, tracesOf } from '../../src/cases/index.ts';

const named = (name: string, text: string, email = 'nobody@example.jp') => isNamedIn(searched([text]), { name, email });

describe('a mail speaks of someone', () => {
  it.each([
    ['the whole name', '山田 太郎', '担当は山田 太郎だ。'],
    ['without the blank', '山田 太郎', '山田太郎を出せ'],
    ['with a blank the account does not have', '山田太郎', '山田　太郎を出せ'],
    ['over the end of a line', '山田 太郎', '担当の山田\r\n太郎'],
    ['in old characters', '高崎 真一', '髙﨑 眞一は辞めろ'],
    ['in half-width katakana', 'サトウ ハナコ', 'ｻﾄｳ ﾊﾅｺという担当'],
    ['spaced out', '山田 太郎', '山 田 太 郎'],
    ['a family name with a title', '山田 太郎', '山田さんの対応はひどい'],
    ['with another title', '山田 太郎', '株式会社みほん 山田 様'],
    ['and another', '山田 太郎', 'ご担当の山田氏'],
    ['of an account that has nothing else', '山田', '山田さんの対応'],
    ['a whole name in Latin letters', 'Taro Yamada', 'Where is YAMADA Taro?'],
    ['one of its words with a title', 'Taro Yamada', 'yamadaさんはどこ'],
    ['and the title in Latin letters', 'Taro Yamada', 'Dear Yamada-san,'],
  ])('by %s', (_, name, text) => {
    expect(named(name, text)).toBe(true);
    const { folded, plain } = searched([text]);
    const { names, address } = tracesOf({ name, email: 'nobody@example.jp' }); // so that nothing is missed that is looked for first
    const closely = [...folded].filter((one) => !NAME_GAPS.includes(one)).join('');
    expect(names.some((one) => closely.includes(one)) || plain.includes(address!)).toBe(true);
  });

  it.each([
    ['a family name alone', '山田 太郎', '山田電機の件です。山田。'],
    ['a family name of one character', '林 太郎', '林さん'],
    ['a short name without a title', '山田', '山田電機'],
    ['the given name alone', '山田 太郎', '太郎さん'],
    ['letters within another word', 'Ann Lee', 'Hann Leeds and plan leeway'],
    ['a Latin word alone', 'Taro Yamada', 'Yamada Denki'],
    ['nothing', '', 'さん 様'],
    ['signs that mean something in a pattern', '.* .*', '山田さん'],
  ])('never by %s', (_, name, text) => {
    expect(named(name, text)).toBe(false);
  });

  it.each([
    ['連絡先は Taro@Example.jp です', true],
    ['<taro@example.jp>', true],
    ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ', true],
    ['kentaro@example.jp', false],
    ['x.taro@example.jp', false],
    ['taro@example.jp.example.com', false],
    ['taro@example-jp', false],
    ['tarox@example.jp', false],
  ])('by their address and no other: %s', (text, speaks) => {
    expect(named('山田 太郎', text, 'taro@example.jp')).toBe(speaks);
  });
});

it('everything that a pattern takes for a gap is one', () => {
  const gaps = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter((one) =>
    /[\s・,]/.test(one),
  );
  expect([...NAME_GAPS].sort()).toEqual(gaps.sort());
});

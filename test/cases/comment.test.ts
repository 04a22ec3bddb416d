import { describe, expect, it } from 'vitest';
import { mentionedIn } from '../../src/cases/index.ts';

const people = ['山田 花子', '山田 次郎', '佐藤 三郎', 'Alice Smith', 'Al', '確認者1', '確認者12', '('].map((name) => ({
  name,
}));
const mentioned = (text: string) => mentionedIn(text, people).map(({ name }) => name);

describe('a comment mentions', () => {
  it.each([
    ['a whole name', '@山田 花子 さん、見てください', ['山田 花子']],
    ['a whole name without a blank', 'これは@山田花子さんへ', ['山田 花子']],
    ['a family name that nobody else has', '@佐藤さん', ['佐藤 三郎']],
    ['a given name', '@次郎さん', ['山田 次郎']],
    ['several', '@佐藤 @山田次郎', ['山田 次郎', '佐藤 三郎']],
    ['a name once', '@佐藤 @佐藤', ['佐藤 三郎']],
    ['a full-width sign and letters', '＠ＡＬＩＣＥ　Ｓｍｉｔｈ', ['Alice Smith']],
    ['the longest of names that fit', '@確認者12 @alice', ['Alice Smith', '確認者12']],
    ['a name of signs', '@(', ['(']],
  ])('%s: %s', (_, text, names) => {
    expect(mentioned(text)).toEqual(names);
  });

  it.each([
    ['a name that two have', '@山田さん'],
    ['a name without the sign', '佐藤さん'],
    ['an address', 'taro@佐藤.example.jp と alice@al.example'],
    ['the beginning of a longer word', '@Alicent @Albert @確認者123'],
    ['someone who is not there', '@鈴木さん'],
    ['the sign alone', '@ @'],
  ])('nobody by %s: %s', (_, text) => {
    expect(mentioned(text)).toEqual([]);
  });

  const short = ['林 一郎', '森 さくら', '李'].map((name) => ({ name }));
  it.each([
    ['@林', ['林 一郎']],
    ['@林さん、どうですか', ['林 一郎']],
    ['@林くん @森ちゃん', ['林 一郎', '森 さくら']],
    ['@林 @李先生', ['林 一郎', '李']],
    ['@林、@森様', ['林 一郎', '森 さくら']],
    ['@林一郎に聞く', ['林 一郎']],
    ['@林田さん @森山さん @李さん', ['李']],
    ['@林檎 @林さくら', []],
    ['@森々 @李々さん', []],
  ])('a name of one character only where it ends: %s', (text, names) => {
    expect(mentionedIn(text, short).map(({ name }) => name)).toEqual(names);
  });
});

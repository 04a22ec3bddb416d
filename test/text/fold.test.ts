import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/index.ts';

const folds = (rows: readonly (readonly [string, string])[]) =>
  it.each(rows)('%s → %s', (written, folded) => expect(fold(written).text).toBe(folded));
const stays = (rows: readonly string[]) => it.each(rows)('%s stays', (text) => expect(fold(text).text).toBe(text));

describe('width and case', () => {
  folds([
    ['ﾊﾞｶﾔﾛｳ', 'バカヤロウ'],
    ['ＡＢＣ１２３！', 'abc123!'],
    ['㈱みほん', '(株)みほん'],
    ['か゛き', 'がき'],
    ['あ゛あ゛', 'ああ'],
    ['死\u200bね\ufe0f', '死ね'],
    ['か\u3099んばれ', 'がんばれ'],
    ['國會の澤さん', '国会の沢さん'],
    ['Ｋｏｒｏｓｕ　ｚｏ', '殺す zo'],
  ]);
  stays(['カタカナとひらがなは別のまま', '髪の毛']);
});

describe('drawn-out and repeated letters', () => {
  folds([
    ['しねぇ', 'しね'],
    ['しねーーー！！！', 'しね!'],
    ['コロスーーー', '殺す'],
    ['ふざけんなぁぁ', 'ふざけんな'],
    ['うるせぇぇぇ', 'うるせえ'],
    ['知らねぇよ', '知らねえよ'],
    ['死ねええええ', '死ね'],
    ['死ねっ！', '死ね!'],
    ['ばぁか', 'ばか'],
    ['だよねー', 'だよね'],
    ['お願いします〜', 'お願いします'],
    ['バカヤローーー', 'バカヤロー'],
    ['死ねｗｗｗｗ', '死ねw'],
    ['草草草', '草'],
    ['本当ですか！？！？', '本当ですか?'],
    ['お前…殺すぞ', 'お前、殺すぞ'],
    ['…え、本当…？', 'え、本当?'],
    ['＝＝＝＝＝＝', '='],
    ['😡😡😡', '😡'],
    ['使ぇなぃ', '使えない'],
  ]);
  stays([
    'しねえよ',
    '時化もしねえのに',
    'サーバーが落ちた',
    'らーめん',
    'ティファニーのフォーク',
    'そのおおくの',
    'まあまあ',
    'おおきい',
    '言ってください',
    'www.example.jp',
    '9時〜17時',
    '0000000',
    'a/../b',
  ]);
});

describe('spelled-out words', () => {
  folds([
    ['し ね', 'しね'],
    ['死.ね', '死ね'],
    ['殺・す', '殺す'],
    ['バ★カ', 'バカ'],
    ['死🔪ね', '死ね'],
    ['「死.ねよ」', '「死ねよ」'],
    ['・し ね', '・しね'],
    ['お前 し ね', 'お前 しね'],
    ['こ　ろ　す　ぞ。', 'ころすぞ。'],
    ['す み ま せ ん', 'すみません'],
    ['b a k a', 'バカ'],
  ]);
  stays([
    'a・b',
    '月・水・土',
    '有・無・死の三択',
    '日 時',
    'おんな の ひと',
    'あめ だ し ね',
    'は げんき',
    'カ スタム',
    'u.s.a.f.',
    '1 2 3 4',
  ]);
});

describe('masks, look-alikes and romaji', () => {
  folds([
    ['○ね', '死ね'],
    ['〇ねよ', '死ねよ'],
    ['●ねばいいのに', '死ねばいいのに'],
    ['ｷ●ｶﾞｲ', 'キチガイ'],
    ['f*ck', 'fuck'],
    ['タヒね', '死ね'],
    ['ﾀﾋﾈ', '死ね'],
    ['タヒんで詫びろ', '死んで詫びろ'],
    ['4ね', '死ね'],
    ['４ね！', '死ね!'],
    ['お前氏ね', 'お前死ね'],
    ['市ね', '死ね'],
    ['「シネ」と書かれた', '「死ね」と書かれた'],
    ['ｺﾛｽ', '殺す'],
    ['コロスゾ', '殺すぞ'],
    ['56すぞ', '殺すぞ'],
    ['56されたいの', '殺されたいの'],
    ['コロ〇スぞ', '殺すぞ'],
    ['土○座しろ', '土下座しろ'],
    ['セッ×スしたい', 'セックスしたい'],
    ['ば〇かもの', 'ばかもの'],
    ['死〇ばいい', '死ねばいい'],
    ['殺●ぞ', '殺すぞ'],
    ['しんでください', '死んでください'],
    ['you baka', 'you バカ'],
    ['shi ne', '死ね'],
  ]);
  stays([
    '4ねん',
    '4ねんせい',
    '氏ねがい',
    '山田氏ね、',
    '市ねんど',
    '横浜市ね',
    'タヒチ旅行',
    'シネマ',
    'コロスケ',
    'その頃すでに',
    '○○市',
    '○す',
    'ころ○す',
    'バ○',
    'shine on you',
    'baka@example.jp',
    'no.4ね',
    '当てはまれば〇か×',
    'ク〇ズ',
    '在庫は56しかない',
    '楽しんでください',
    '死〇率',
  ]);
});

describe('the index map', () => {
  it('points every unit at what it was written as', () => {
    const text = '課長は、ｼ　ﾈｰｰｰ！';
    const { text: folded, start, end } = fold(text);
    expect(folded).toBe('課長は、死ね!');
    expect(text.slice(start[4], end[5])).toBe('ｼ　ﾈ');
    expect(text.slice(start[6], end[6])).toBe('！');
  });

  it('lets several units share one character and one unit stand for several', () => {
    expect(fold('㈱ｶﾞ')).toEqual({ text: '(株)ガ', start: [0, 0, 0, 1], end: [1, 1, 1, 3] });
  });
});

it('knows every character that NFKC changes', () => {
  const missed: string[] = [];
  for (let code = 0xa0; code < 0x30000; code++) {
    const character = String.fromCodePoint(code);
    const wanted = character.normalize('NFKC').replace(/[\u3099\u309a]/g, '');
    if (wanted !== character && fold(character).text === character) missed.push(code.toString(16));
  }
  expect(missed).toEqual([]);
});

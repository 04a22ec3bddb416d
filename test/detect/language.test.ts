import { expect, it } from 'vitest';
import { actFile, detectorFor, judge } from '../support/dictionary.ts';

/** The words of the mail that a dictionary of one phrase finds, at word edges; null for none. */
async function found(phrase: string, text: string): Promise<string | null> {
  const file = actFile('other', `expressions:\n  - { id: a.b, say: ['${phrase}'], weight: 5, match: [x] }`);
  const { matches } = judge(await detectorFor({ 'other.yaml': file }), text);
  return matches[0]?.text ?? null;
}

const finds = (phrase: string) => async (text: string) =>
  expect(await found(phrase, text), `${phrase} in ${text}`).not.toBeNull();
const misses = (phrase: string) => async (text: string) =>
  expect(await found(phrase, text), `${phrase} in ${text}`).toBeNull();

it('ている matches every form and contraction of it, at the edge of a word', async () => {
  const texts = ['黙っている', '黙っています', '黙っていた', '黙っていました', '黙っていない', '黙っていろ'];
  const short = ['黙ってる', '黙ってた', '黙ってます', '黙ってない', '黙っとる', '黙っておる', '黙ってんのか'];
  for (const text of [...texts, ...short]) await finds('黙っている')(`ずっと${text}。`);
  for (const text of ['死んでいます', '死んでる', '死んどる']) await finds('死んでいる')(text);
  for (const text of ['黙って聞く', '黙ってまた来る']) await misses('黙っている')(text);
  await finds('黙っている{命令}')('黙ってろ');
  await misses('黙っている{命令}')('黙っていた');
});

it('of several alternatives the longest that ends a word is found', async () => {
  expect(await found('(バカ|バカ野郎)', 'このバカ野郎。')).toBe('バカ野郎');
  expect(await found('クズ(ども)?', 'クズどもめ')).toBe('クズども');
});

it('an alternative that ends within a word leaves its place to a shorter one', async () => {
  expect(await found('目の保養に(な)?', '目の保養になる')).toBe('目の保養に');
});

it('っ at the end of a phrase is more than the word before it', async () => {
  await finds('終わっ(た|て)')('終わったな');
  await misses('終わっ(た|て)')('終わりた');
  await misses('お終わっ')('お終わり');
  await finds('殺すっ(て|つってん)')('殺すって');
  await misses('殺すっ(て|つってん)')('殺すて');
});

it('する alone is no 擦る, and 割る no ichidan verb', async () => {
  for (const text of ['返金しろ', '返金する', '返金して']) await finds('(返金|謝罪)(する)')(text);
  await misses('(返金|謝罪)(する)')('返金すら');
  await misses('黙って…する')('黙っていてすみませんでした');
  for (const text of ['頭を割った', '頭を割れ', '頭を割らん']) await finds('頭を割る')(text);
});

it('slang verbs and adjectives in katakana inflect', async () => {
  for (const text of ['シバくぞ', 'シバいたる', 'しばいたろか', 'シバき回す', 'シバけ']) await finds('シバく')(text);
  for (const text of ['ボコってやる', 'ボコったろか', 'ボコられたい']) await finds('ボコる')(text);
  for (const text of ['チクったら', 'チクるぞ']) await finds('チクる')(text);
  for (const text of ['キレた', 'キレてる', 'キレない']) await finds('キレる')(text);
  for (const text of ['ウザい', 'ウザくて', 'ウザかった']) await finds('ウザい')(text);
});

it('ない matches a contracted ん, but not that of こん, でん, しん', async () => {
  await finds('使えない')('使えん奴だ');
  await finds('返事がこない')('返事がこんわ');
  for (const text of ['返事がこんな内容', '返事がこんにちは']) await misses('返事がこない')(text);
  await misses('話…こない')('話はパソコンの');
});

it('{意志} leaves 気 and つもり to the contexts', async () => {
  expect(await found('殺す{意志}', '殺すつもりはない')).toBe('殺す');
  expect(await found('殺す{意志}', '殺す気だ')).toBe('殺す');
  await misses('殺す{意志}')('殺す気持ち');
});

it('what must not follow, and what must, take no room', async () => {
  expect(await found('死ね(!ば|る|ない)', '死ねよ')).toBe('死ね');
  for (const text of ['死ねばいい', '死ねない', '死ねる']) await misses('死ね(!ば|る|ない)')(text);
  expect(await found('殺す(>ぞ|から)', '殺すぞ')).toBe('殺す');
  await misses('殺す(>ぞ|から)')('殺すな');
});

it('a phrase may be tied to the start and the end of a sentence or quotation', async () => {
  for (const text of ['最低。', 'ひどい。最低', '「最低」です']) await finds('{文頭}最低{文末}')(text);
  for (const text of ['最低の店', '本当に最低。']) await misses('{文頭}最低{文末}')(text);
});

it('a word may be asked for in katakana, or as written', async () => {
  await finds('カス{カタカナ}')('このカス。');
  await misses('カス{カタカナ}')('このかす。');
  await finds('消える{そのまま}')('消える');
  await misses('消える{そのまま}')('消えた');
});

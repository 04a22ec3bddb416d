import { expect, it } from 'vitest';
import { fold } from '../../src/text/index.ts';

it.each([
  ['a digit for a letter', "I'll K1LL you", "i'll kill you"],
  ['stars for a vowel', 'you b*tch', 'you bitch'],
  ['stars but for the ends', 'f**k off', 'fuck off'],
  ['three stars', 'F*** you', 'fuck you'],
  ['a dollar sign', 'a$$hole', 'asshole'],
  ['letters apart', 'I w i l l k i l l y o u', 'i will kill you'],
  ['dots between', 'you s.t.u.p.i.d man', 'you stupid man'],
  ['short forms', 'ur dead, u r dead, r u deaf', 'your dead, you are dead, are you deaf'],
  ['colloquial forms', 'im gonna find u, we wanna talk, dont cry', "i'm going to find you, we want to talk, don't cry"],
  ['letters of a phrase', 'stfu and kys', 'shut the fuck up and kill yourself'],
  ['vowels left out', 'you fckin b1tch', 'you fucking bitch'],
  ['a sign for a letter', 'go d!e', 'go die'],
  ['a curly apostrophe', 'You’re late', "you're late"],
])('reads English with %s', (_, written, read) => {
  expect(fold(written).text).toBe(read);
});

it.each([
  ['another character of that sound', '沙了你', '杀了你'],
  ['letters', '你s_b吧', '你傻逼吧'],
  ['the first letters of the sounds', 'nmsl,退钱', '你妈死了,退钱'],
  ['blanks between', '杀 了 你', '杀了你'],
  ['a star between', '傻*逼', '傻逼'],
  ['the sound of one character', '去si吧,全家si光', '去死吧,全家死光'],
  ['a figure of that sound', '弄4你', '弄死你'],
  ['a picture of that sound', '你🐴死了', '你妈死了'],
  ['a letter for a character', '他m的', '他妈的'],
  ['a dish of that sound', '辣鸡客服', '垃圾客服'],
  ['sounds within a word', '曝guang,快tui钱', '曝光,快退钱'],
  ['signs between, of a review', '差.评,一定给', '差评,一定给'],
  ['letters of a longer curse', 'wdnmd', '操你妈'],
])('reads Chinese with %s', (_, written, read) => {
  expect(fold(written).text).toBe(read);
});

it.each([
  'a55 road, number 7175 and 455',
  'part b0mb-3, file k1ll.txt, k*l*m',
  'toys r us, r&d, u.s. office',
  'u字溝とr部門、uターン',
  'usbとsb-1',
  '沙漠の写真',
  'taro@example.com',
  '辣鸡翅和去4楼',
  '打4折',
  'lj商事',
])('leaves %s alone', (text) => {
  expect(fold(text).text).toBe(text);
});

it('does not join a longer word that begins like a hidden one', () => {
  expect(fold('s t a b l e').text).toBe('stable');
});

it('tells where the words of a disguise stand', () => {
  const { text, start, end } = fold('so, k1ll it');
  const at = text.indexOf('kill');
  expect([start[at], end[at + 3]]).toEqual([4, 8]);
});

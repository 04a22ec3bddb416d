import { describe, expect, it } from 'vitest';
import { languagesOf } from '../../../src/detect/classifier/language.ts';
import { segment, sentences } from '../../../src/text/index.ts';

const read = (text: string) => sentences(text, segment(text)).map(({ text: words }) => words);
const tongues = (text: string) => languagesOf(read(text));

describe('the language of a sentence', () => {
  it.each([
    ['いつもお世話になっております。', 'ja'],
    ['Teamsの件、よろしくです。', 'ja'],
    ['御見積書送付', 'ja'],
    ['Where is my order?', 'en'],
    ['u r so stupid', 'en'],
    ['I met たろう at the station yesterday.', 'en'],
    ['你们的服务太差了', 'zh'],
    ['請你們老闆出來面對', 'zh'],
    ['我対這個很生気', 'zh'],
    ['流行の颜色还有吗', 'zh'],
    ['환불해 주세요', 'other'],
    ['Верните деньги', 'other'],
    ['Wann kommt mein Paket endlich an?', 'other'],
    ['Je vais annuler ma réservation', 'other'],
    ['Te voy a matar', 'other'],
    ['Saya mau uang saya kembali', 'other'],
  ])('%s is %s', (text, tongue) => expect(tongues(text)).toEqual([tongue]));

  it('is nothing where there are no words', () => {
    expect(tongues('4432')).toEqual([null]);
    expect(languagesOf(['https://example.com/orders', 'info@example.jp'])).toEqual([null, null]);
  });
});

describe('a sentence that tells nothing', () => {
  it('goes with its neighbours', () => {
    expect(tongues('お世話になっております。\n山田太郎\nご確認ください。')).toEqual(['ja', 'ja', 'ja']);
    expect(languagesOf(['我们要退款', '退款申請', '谢谢'])).toEqual(['zh', 'zh', 'zh']);
    expect(languagesOf(['bitte senden sie mir die rechnung', 'firma mueller'])).toEqual(['other', 'other']);
    expect(languagesOf(['よろしくお願いします。', 'example corp'])).toEqual(['ja', 'ja']);
  });

  it('goes with the nearest, of two as near with the one before it', () => {
    expect(languagesOf(['我们要退款', '山田太郎', 'お願いします。'])[1]).toBe('zh');
    expect(languagesOf(['お願いします。', '山田太郎', '我们要退款'])[1]).toBe('ja');
    expect(languagesOf(['お願いします。', '山田太郎', '山田太郎', '我们要退款'])).toEqual(['ja', 'ja', 'zh', 'zh']);
  });

  it('is read in a mail of a hundred thousand scraps', () => {
    const scraps = Array.from({ length: 100_000 }, () => 'xx');
    expect(new Set(languagesOf(scraps))).toEqual(new Set(['en']));
  });

  it('is what most such mails are where there are none', () => {
    expect(languagesOf(['垃圾公司'])).toEqual(['zh']);
    expect(languagesOf(['idiots.'])).toEqual(['en']);
  });
});

it('each stretch of a mail has its own', () => {
  expect(tongues('お世話になっております。\nI will find out where you live.\n我会去你家找你。')).toEqual([
    'ja',
    'en',
    'zh',
  ]);
});

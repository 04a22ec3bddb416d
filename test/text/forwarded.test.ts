import { describe, expect, it } from 'vitest';
import { forwardedIn } from '../../src/text/index.ts';

const WORDS = 'いつまで待たせるんだ。\n責任者を出せ。';
const OWN = 'このメールのことで相談です。';

const FORWARDS: readonly (readonly [string, string])[] = [
  [
    'Gmail in English',
    `${OWN}\n\n---------- Forwarded message ---------\nFrom: 佐藤 一郎 <sato@example.com>\nDate: Thu, Nov 20, 2026 at 10:12 AM\nSubject: 納期\nTo: <support@example.co.jp>\n\n\n${WORDS}`,
  ],
  [
    'Gmail in Japanese',
    `${OWN}\n\n---------- Forwarded message ---------\nFrom: 佐藤 一郎 <sato@example.com>\nDate: 2026年11月20日(金) 10:12\nSubject: 納期\nTo: <support@example.co.jp>\n\n${WORDS}`,
  ],
  [
    'Thunderbird in Japanese',
    `${OWN}\n\n-------- 転送されたメッセージ --------\n件名: \t納期\n日付: \tFri, 20 Nov 2026 10:12:00 +0900\n差出人: \t佐藤 一郎 <sato@example.com>\n宛先: \tsupport@example.co.jp\n\n\n${WORDS}`,
  ],
  [
    'Outlook with a ruler',
    `${OWN}\n\n________________________________\n差出人: 佐藤 一郎 <sato@example.com>\n送信日時: 2026年11月20日 10:12\n宛先: support@example.co.jp\n件名: 納期\n\n${WORDS}`,
  ],
  [
    'Outlook without a ruler',
    `${OWN}\n\nFrom: 佐藤 一郎 <sato@example.com>\nSent: Friday, November 20, 2026 10:12 AM\nTo: support@example.co.jp\nSubject: 納期\n\n${WORDS}`,
  ],
  [
    'Outlook as of old',
    `${OWN}\n\n-----Original Message-----\nFrom: 佐藤 一郎 [mailto:sato@example.com]\nSent: Friday, November 20, 2026 10:12 AM\nTo: support@example.co.jp\nSubject: 納期\n\n${WORDS}`,
  ],
  [
    'bold names',
    `${OWN}\n\n-----元のメッセージ-----\n*From:* 佐藤 一郎 <sato@example.com>\n*Sent:* 2026/11/20 10:12\n*To:* support@example.co.jp\n*Subject:* 納期\n\n${WORDS}`,
  ],
  [
    'Apple Mail',
    `${OWN}\n\nBegin forwarded message:\n\n> From: 佐藤 一郎 <sato@example.com>\n> Subject: 納期\n> Date: November 20, 2026 at 10:12:00 GMT+9\n> To: support@example.co.jp\n> \n> いつまで待たせるんだ。\n> 責任者を出せ。`,
  ],
  [
    'an iPhone in Japanese',
    `${OWN}\n\n転送されたメッセージ:\n\n> 差出人: 佐藤 一郎 <sato@example.com>\n> 日時: 2026年11月20日 10:12:00 JST\n> 宛先: support@example.co.jp\n> 件名: 納期\n> \n> いつまで待たせるんだ。\n> 責任者を出せ。`,
  ],
];

describe('a mail forwarded in a text', () => {
  it.each(FORWARDS)('is found: %s', (_, text) => {
    const found = forwardedIn(text);
    expect(found).toMatchObject({
      own: OWN,
      from: { name: '佐藤 一郎', address: 'sato@example.com' },
      subject: '納期',
      text: WORDS,
    });
  });

  it.each([
    [
      'a quotation in an answer',
      'どうしましょう。\n\n2026年11月20日(金) 10:12 佐藤 <sato@example.com>:\n> From: この件\n> 急げ',
    ],
    ['words with colons', '宛先: 未定\n件名: 未定のまま相談します。'],
    ['a ruler and words', 'お世話になります。\n----------\n山田 太郎\nTel: 03-0000-0000'],
    ['nothing', ''],
  ])('is not found in %s', (_, text) => {
    expect(forwardedIn(text)).toBeNull();
  });

  it('is the topmost of several', () => {
    const inner = FORWARDS[2]![1];
    const text = `念のため。\n\n---------- Forwarded message ---------\nFrom: 同僚 <doryo@example.co.jp>\nDate: 2026年11月21日\nSubject: Fwd: 納期\nTo: <hanako@example.co.jp>\n\n${inner}`;
    expect(forwardedIn(text)).toMatchObject({
      own: '念のため。',
      from: { address: 'doryo@example.co.jp' },
      text: inner,
    });
  });

  it('says nobody wrote it where the headers name no address', () => {
    const text = '-----Original Message-----\nFrom: 佐藤\nSent: 2026/11/20\nSubject: 納期\n\n急げ';
    expect(forwardedIn(text)).toMatchObject({ from: null, subject: '納期', text: '急げ' });
  });
});

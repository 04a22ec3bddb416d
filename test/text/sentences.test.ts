import { describe, expect, it } from 'vitest';
import { headAndTail, segment, sentences } from '../../src/text/index.ts';

const textsOf = (text: string): string[] => sentences(text, segment(text)).map((sentence) => sentence.text);

describe('hard-wrapped lines', () => {
  it.each<[string, string, string[]]>([
    [
      'are joined in the middle of a word',
      '期限は明日までです。返事がなければ、担当の方を名指しで公表し、会社ごと叩き潰\nします。覚悟してください。',
      [
        '期限は明日までです。',
        '返事がなければ、担当の方を名指しで公表し、会社ごと叩き潰します。',
        '覚悟してください。',
      ],
    ],
    [
      'keep the space of Latin words',
      'We have been waiting for three weeks now and nobody in your whole support\nteam has answered us.',
      ['we have been waiting for three weeks now and nobody in your whole support team has answered us.'],
    ],
    [
      'of a list item belong to it',
      '・「あと半年で超過」の根拠が直近1か月の伸び率だけ。薬価改定の特\n需を除くと、年3％しか伸びていない\n・増設が先',
      [
        '・「あと半年で超過」の根拠が直近1か月の伸び率だけ。',
        '薬価改定の特需を除くと、年3%しか伸びていない',
        '・増設が先',
      ],
    ],
    ['go on after a comma', '恐れ入りますが、\nご確認ください。', ['恐れ入りますが、ご確認ください。']],
    [
      'go on after a closed quote',
      '昨日も御社の担当の方から「それは仕様ですから直しません」\nと言われました。',
      ['昨日も御社の担当の方から「それは仕様ですから直しません」と言われました。'],
    ],
    ['are not joined when short', '山田様\nお世話になります', ['山田様', 'お世話になります']],
    [
      'are not joined before an indent',
      '　本日のご説明には納得できませんでしたので再度ご回答ください\n　以上',
      ['本日のご説明には納得できませんでしたので再度ご回答ください', '以上'],
    ],
    ['are joined when written downwards', '死\nね\n', ['死ね']],
  ])('%s', (_, text, expected) => expect(textsOf(text)).toEqual(expected));
});

describe('sentences', () => {
  it.each<[string, string, string[]]>([
    ['end at 。！？', '遅い。なぜだ？早くしろ！！', ['遅い。', 'なぜだ?', '早くしろ!']],
    ['end at ．', '遅いです．直してください．1.5倍です', ['遅いです.', '直してください.', '1.5倍です']],
    [
      'end at an English full stop',
      'Dr. Sato is late. Call me at 9 a.m. sharp',
      ['dr. sato is late.', 'call me at 9 a.m. sharp'],
    ],
    [
      'do not end inside a quote',
      '「死ね。ばか。」と言われました。次です。',
      ['「死ね。ばか。」と言われました。', '次です。'],
    ],
    [
      'end behind a quoted sentence',
      '「もう来るな。」「帰れ。」担当者はそう言った。',
      ['「もう来るな。」', '「帰れ。」', '担当者はそう言った。'],
    ],
    [
      'end although a quote never closes',
      `「遅い。${'あ、い。'.repeat(40)}`,
      ['「遅い。', ...Array<string>(40).fill('あ、い。')],
    ],
    ['end at a picture', 'ひどいです😡返金して', ['ひどいです😡', '返金して']],
    ['do not end at spelled-out letters', 'し　ね。　こ　ろ　す　ぞ。', ['しね。', 'ころすぞ。']],
    ['leave out rulers', '遅い\n-----\nひどい', ['遅い', 'ひどい']],
    ['leave out Re: and Fwd:', 'Re: FW: 返信：お前ら', ['お前ら']],
  ])('%s', (_, text, expected) => expect(textsOf(text)).toEqual(expected));

  it('are cut when they are too long', () => {
    const found = textsOf(`${'とても長い文が続き、'.repeat(60)}終わる`);
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(300);
    expect(found.join('')).toBe(`${'とても長い文が続き、'.repeat(60)}終わる`);
    expect(found[0]!.endsWith('、')).toBe(true);
  });

  it('point into the part, count paragraphs, and know inline replies', () => {
    const text = '一つ目。\n\n> 引用\nﾊﾞｶ！\n\n三つ目\n> 引用\nおわり\n';
    const found = sentences(text, segment(text));
    expect(
      found.map(({ index, paragraph, inlineReply, start, end }) => [
        index,
        paragraph,
        inlineReply,
        text.slice(start[0], end.at(-1)),
      ]),
    ).toEqual([
      [0, 0, undefined, '一つ目。'],
      [1, 1, true, 'ﾊﾞｶ！'],
      [2, 2, true, '三つ目'],
      [3, 3, undefined, 'おわり'],
    ]);
  });

  it('leave quoted words, signatures and notices out', () => {
    expect(textsOf('承知しました。\n\n-- \n株式会社みほん\nTEL 00-0000-0000\n\n> 見積り')).toEqual(['承知しました。']);
  });
});

describe('the head and tail of a long text', () => {
  it.each<[string, string, number, string[]]>([
    ['all of a short text', 'あいう', 3, ['あいう']],
    ['both ends of a long one', 'abcdefgh', 4, ['ab', 'gh']],
    ['no half of a pair', 'a😡bcd😡e', 4, ['a', 'e']],
    ['nothing of nothing', '', 4, []],
  ])('is %s', (_, text, limit, expected) =>
    expect(headAndTail(text, limit).map(({ start, end }) => text.slice(start, end))).toEqual(expected),
  );
});

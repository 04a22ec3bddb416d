import { describe, expect, it } from 'vitest';
import { type SegmentKind, segment } from '../../src/text/index.ts';

/** A mail as rows of kind and lines; kind and text of every segment must come out as written down here. */
type Stretch = readonly [SegmentKind, string];
const check = (stretches: readonly Stretch[]) => {
  const text = stretches.map(([, lines]) => lines).join('\n');
  const found = segment(text).map(({ kind, start, end }): Stretch => [kind, text.slice(start, end).trimEnd()]);
  expect(found).toEqual(stretches.map(([kind, lines]) => [kind, lines.trimEnd()]));
};

const REPLY = '山田です。\nその件は承知しました。\n';
const EARLIER = 'いつもお世話になっております。\n見積りをお送りします。\n';

describe('a reply above the earlier mail', () => {
  it.each<[string, string]>([
    [
      'Outlook, English',
      `-----Original Message-----\nFrom: 佐藤 <sato@example.co.jp>\nSent: Friday, August 1, 2025 9:12 AM\nTo: support@example.jp\nSubject: 見積り\n\n${EARLIER}`,
    ],
    [
      'Outlook, Japanese',
      `________________________________\n差出人: 佐藤 <sato@example.co.jp>\n送信日時: 2025年8月1日 10:40\n宛先: support@example.jp\n件名: Re: 見積り\n\n${EARLIER}`,
    ],
    [
      'Outlook without a ruler',
      `From: 佐藤 <sato@example.co.jp>\nDate: 2025/08/01\nTo: support@example.jp\nSubject: 見積り\n\n${EARLIER}`,
    ],
    [
      'bold headers',
      `*差出人:* 佐藤 <sato@example.co.jp>\n*送信日時:* 2025年8月1日\n*宛先:* support@example.jp\n*件名:* 見積り\n\n${EARLIER}`,
    ],
    [
      'Gmail',
      `2025年1月8日(水) 9:12 佐藤 <sato@example.co.jp>:\n\n> いつもお世話になっております。\n>\n> 見積りをお送りします。`,
    ],
    [
      'Gmail, wrapped and without marks',
      `On Fri, 29 Aug 2025 10:00:00 +0900\nSato <sato@example.co.jp> wrote:\n\n${EARLIER}`,
    ],
    ['Apple Mail', `2025/01/24 10:11、佐藤 <sato@example.co.jp>のメール:\n\n> 見積りをお送りします。`],
    ['Thunderbird', `On 2025/08/12 10:14, 佐藤 wrote:\n> 見積りをお送りします。`],
    ['Thunderbird, Japanese', `佐藤 さんは書きました (2025/08/12 10:14):\n> 見積りをお送りします。`],
    ['Becky!', `On Tue, 12 Aug 2025 10:14:00 +0900\n佐藤 <sato@example.co.jp> wrote:\n\n> 見積りをお送りします。`],
    ['a mobile mailer', `---- 元のメッセージ ----\n差出人：佐藤\n件名：見積り\n\n${EARLIER}`],
    ['full-width marks', '＞いつもお世話になっております。\n＞見積りをお送りします。'],
    ['bars', '| いつもお世話になっております。\n| 見積りをお送りします。'],
    ['initials', 'ST> いつもお世話になっております。\nST> 見積りをお送りします。'],
    [
      'a forward',
      `---------- Forwarded message ---------\nFrom: 佐藤 <sato@example.co.jp>\nDate: 2025年8月1日(金) 9:00\nSubject: 見積り\nTo: <support@example.jp>\n\n${EARLIER}`,
    ],
    [
      'a Japanese forward',
      `-------- 転送メッセージ --------\n件名: 見積り\n差出人: 佐藤 <sato@example.co.jp>\n\n${EARLIER}`,
    ],
  ])('%s', (_, quoted) =>
    check([
      ['own', REPLY],
      ['quoted', quoted],
    ]),
  );
});

describe('words between quoted lines', () => {
  it('are own', () =>
    check([
      ['quoted', '佐藤さんは書きました:\n> 納期は8日です。'],
      ['own', '早めてください。'],
      ['quoted', '> 費用は5万円です。\n>> 前回と同じですか。'],
      ['own', '高いです。'],
    ]));

  it('are own behind headers whose lines are marked', () =>
    check([
      ['own', '佐藤様\n'],
      ['quoted', '差出人: 佐藤 <sato@example.co.jp>\n送信日時: 2025年3月28日\n件名: 見積り\n> 15%の調整が限度です。\n'],
      ['own', 'もっと下げてください。'],
    ]));

  it('are own behind the ruler that closes an original message', () =>
    check([
      ['own', 'ご確認ください。\n'],
      [
        'quoted',
        '-----元のメッセージ-----\n差出人: 佐藤\n件名: 反映\n\n60分以内に反映されます。\n------------------------\n',
      ],
      ['own', '66分かかっています。根拠を示してください。'],
    ]));
});

describe('what only looks quoted stays own', () => {
  it.each([
    ['a name called with ＞', '＞佐藤さん\n返事まだですか。'],
    ['a face', '>_< 困りました'],
    ['a table', '| 品名 | 数 |\n| 箱 | 3 |'],
    ['one line with a bar', '| これだけです'],
    ['a separator with nothing under it', '-----Original Message-----\n殺すぞ。'],
    ['a web form', '送信日時: 2025/08/01\nお名前: 山田\n件名: 返金\nお前らは馬鹿か。'],
    ['a mail about a mail', '昨日の佐藤様のメール\nについて伺います。'],
    ['a date with a colon', '2025年8月1日(金) 希望日:\n午前中'],
  ])('%s', (_, text) => check([['own', text]]));
});

describe('signatures', () => {
  it.each<[string, string]>([
    ['with a ruler', '-- \n山田 太郎\n株式会社みほん\nTEL 00-0000-0000'],
    [
      'between rulers',
      '==============\n株式会社みほん　営業部\n山田（やまだ）\n〒000-0000 架空市1-2-3\nE-mail: yamada@example.co.jp\n==============',
    ],
    ['without a ruler', 'みほん商事株式会社 購買課　山田\n電話 00-0000-0000'],
    ['English', '--\nTaro Yamada\nSales Manager, Mihon Inc.\nhttps://www.example.com/'],
    ['of a device', 'iPhoneから送信'],
    ['of an English device', 'Sent from my iPhone'],
  ])('%s', (_, signature) =>
    check([
      ['own', REPLY],
      ['signature', signature],
    ]),
  );

  it('stand before the quoted mail', () =>
    check([
      ['own', REPLY],
      ['signature', '山田\n株式会社みほん\n'],
      ['quoted', '> 見積りをお送りします。'],
    ]));

  it.each([
    ['sentences behind a ruler', '返金しろ。\n-- \nお前の家は知っている。\n夜道に気をつけろ。'],
    ['a long block behind a ruler', `返金しろ。\n-- \n${'明日までに金を持ってこい。\n'.repeat(14)}`],
    ['a closing name', '返金してください。\n\n山田'],
    ['a sentence with a phone number', '返金してください。\n00-0000-0000に今日中に電話しろ。'],
    ['a company in a sentence', '返金してください。\n株式会社みほんは最低だと思っています'],
  ])('%s is none', (_, text) => check([['own', text]]));

  it('do not hide a threat among their lines', () => {
    const text = '返金しろ。\n\n-- \n山田\n家族がどうなっても知らんぞ\nTEL 00-0000-0000';
    const own = segment(text).filter(({ kind }) => kind === 'own');
    expect(own.map(({ start, end }) => text.slice(start, end)).join('')).toContain('家族がどうなっても知らんぞ');
  });
});

describe('notices', () => {
  it.each<[string, string]>([
    [
      'Japanese',
      '本メールおよび添付ファイルには、機密情報が含まれている場合があります。\n誤って受信された場合は、送信者にご連絡のうえ、直ちに削除をお願いいたします。',
    ],
    ['one line', '※本メールの無断転載を禁じます。'],
    [
      'wrapped',
      '※このメールには機密情報が含まれている場合があります。誤って受信された\n場合は、お手数ですが破棄してくださいますようお願いいたします。',
    ],
    [
      'English',
      'This e-mail and any attachments are confidential and intended solely for the addressee.\nIf you have received this message in error, please delete it immediately.',
    ],
    ['of a list', 'You received this message because you are subscribed to the group "users".'],
  ])('%s', (_, notice) =>
    check([
      ['own', REPLY],
      ['disclaimer', notice],
    ]),
  );

  it.each([
    ['a threat in their words', 'このメールを第三者に開示したら殺す。'],
    ['a threat behind a notice', '※誤って受信された場合は削除してください。さもないと家に行く。'],
    ['a demand about subscriptions', '配信停止しろと何回言えばわかるんだ。'],
    ['an English threat', 'This e-mail is confidential and I will kill you.'],
  ])('%s is none', (_, text) => check([['own', text]]));
});

it('takes a subject as own words', () => {
  expect(segment('> 転送', 'subject')).toEqual([{ start: 0, end: 4, kind: 'own' }]);
});

it('gives nothing for nothing', () => {
  expect(segment('')).toEqual([]);
});

import { encode, html, mail, multipart, text } from '../../support/mime.ts';
import { everyday, lines, THREATS } from './wrapping.ts';

const news = lines(
  40,
  (week) => `<tr><td class="cell" style="font-size:14px">第${week}週のおすすめは新しい文具のセットです。</td></tr>`,
);

const logLine = (index: number): string =>
  `2026-11-24 10:${String(index % 60).padStart(2, '0')}:00 INFO [worker-${index % 8}] order ${index} stored in ${index % 90} ms`;

/** A mail with something in its preamble and epilogue (RFC 2046, 5.1.1). */
function aroundParts(before: string, behind: string): Buffer {
  const part = multipart('mixed', [text('納品書をお送りします。')]);
  return mail({ ...part, body: Buffer.concat([Buffer.from(before), part.body, Buffer.from(behind)]) });
}

/** The same shapes around words that nobody is hurt by: what becomes of a mail is in its words. */
export const HARMLESS: readonly (readonly [name: string, mail: () => Buffer])[] = [
  [
    'a newsletter with a hidden preheader',
    () =>
      mail(
        html(
          `<style>.preheader{display:none!important;font-size:1px}@media (max-width:600px){.cell{display:block}}</style>` +
            `<div class="preheader">今週のおすすめと送料無料のお知らせです。${'&zwnj;&nbsp;'.repeat(150)}</div><table>${news}</table>` +
            `<p><a style="background:#06c;color:#fff" href="https://example.jp/">詳しく見る</a></p>`,
        ),
        { 'List-Unsubscribe': '<mailto:off@example.jp>' },
      ),
  ],
  [
    'three hundred lines, in text and HTML',
    () =>
      mail(
        multipart('alternative', [
          text(lines(300, everyday)),
          html(lines(300, (index) => `<p>${everyday(index)}</p>`)),
        ]),
      ),
  ],
  [
    'readings above the words of an invitation',
    () =>
      mail(
        html(
          '<p><ruby>来月<rt>らいげつ</rt></ruby>の<ruby>勉強会<rt>べんきょうかい</rt></ruby>に、ぜひ<ruby>参加<rt>さんか</rt></ruby>してください。</p>',
        ),
      ),
  ],
  ['a log of 150,000 characters', () => mail(text(lines(2_200, logLine)))],
  ['a log of a megabyte that says the same', () => mail(text(lines(15_000, () => logLine(1))))],
  ['a threat before the first part, which nobody is shown', () => aroundParts(`${THREATS[0]}\r\n`, '')],
  ['a threat behind the last part, which nobody is shown', () => aroundParts('', `${THREATS[0]}\r\n`)],
  ['a quotation without own words', () => mail(text('> 見積書をお送りします。\n> ご確認をお願いいたします。'))],
  [
    'a forwarded order without own words',
    () =>
      mail(
        text(
          '-----Original Message-----\nFrom: sato@client.example.jp\nSent: Monday, November 23, 2026 9:12 AM\nTo: support@example.co.jp\nSubject: 注文\n\nボールペンを10本、注文いたします。\n納期をお知らせください。',
        ),
      ),
  ],
  [
    'a Korean order',
    () =>
      mail(
        text(encode('안녕하세요. 주문한 상품은 언제 도착하나요? 확인 부탁드립니다. ㅋㅋㅋ ㅠㅠ', 'euc-kr'), {
          declared: 'euc-kr',
        }),
      ),
  ],
  [
    'a Russian order',
    () => mail(text(encode('Здравствуйте! Когда придёт мой заказ? Спасибо.', 'koi8-r'), { declared: 'koi8-r' })),
  ],
];

/** Names of who writes and of what is attached; a mail with each is ordinary. */
export const HARMLESS_NAMES: readonly string[] = [
  '株式会社例 お客様相談室 クレーム対応係',
  '例示法律事務所 弁護士 佐藤太郎',
  '見本警察署 生活安全課',
  '消費生活センター（苦情相談）',
  '鬼頭 剛',
  '黒木 死狂い書房',
  '殺虫剤の例商事',
  '地獄谷温泉 予約係',
  '自動応答 no-reply',
  'Example Support Team (Security Alert)',
  '解雇予告通知書.pdf',
  '訴状（副本）.pdf',
  '内容証明郵便.pdf',
  '契約解除通知書_最終版.pdf',
  'カスハラ対応マニュアル改訂版.docx',
  '防犯カメラ映像_11月24日.mp4',
  '殺菌灯の取扱説明書.pdf',
  '事故報告書（死亡災害）.pdf',
  '督促状【至急】お支払いのお願い.pdf',
  '謝罪文の案.docx',
  '爆発的に売れる広告.pptx',
  '火災保険証券.pdf',
  '破産管財人からのお知らせ.pdf',
  '土下座まんじゅう注文書.xlsx',
  'IMG_20261124_101500.jpg',
  'Scan 2026-11-24 10.15.pdf',
];

/** Too long to be judged as a whole: grey, and no more. */
export const LONG: readonly (readonly [name: string, mail: () => Buffer])[] = [
  ['a log of a megabyte', () => mail(text(lines(15_000, logLine)))],
  ['a report of a megabyte', () => mail(text(lines(7_000, everyday)))],
];

import { html, mail, multipart, text } from '../../support/mime.ts';
import { type Wrapping, whole } from './wrapping.ts';

const body = (name: string, words: (threat: string) => string): Wrapping =>
  whole(name, (threat) => mail(text(words(threat))));

const HEADERS =
  'From: sato@client.example.jp\nSent: Monday, November 23, 2026 9:12 AM\nTo: support@example.co.jp\nSubject: 件名\n';
const 差出人 =
  '差出人: 佐藤 <sato@client.example.jp>\n送信日時: 2026年11月23日 9:12\n宛先: support@example.co.jp\n件名: ご連絡\n';

/** Words that a mail hands on without saying anything of its own. */
export const QUOTATIONS: readonly Wrapping[] = [
  body('quoted', (threat) => `> ${threat}`),
  body('quoted twice', (threat) => `> > ${threat}`),
  body('quoted without a blank', (threat) => `>${threat}`),
  body('quoted with wide marks', (threat) => `＞ ${threat}`),
  body('quoted and wrapped within a word', (threat) => {
    const before = `先日よりお願いしておりますとおり、${threat.slice(0, 4)}`;
    return `> ${before}\n> ${threat.slice(4)}`;
  }),
  body(
    'quoted among others',
    (threat) => `> お世話になっております。\n>\n> ${threat}\n>\n> よろしくお願いいたします。`,
  ),
  body('quoted by bars', (threat) => `| お世話になっております。\n| ${threat}`),
  body(
    'quoted below a greeting',
    (threat) => `お世話になっております。\n株式会社例の佐藤です。\n\n> ${threat}\n\nよろしくお願いいたします。`,
  ),
  body('quoted above a signature', (threat) => `> ${threat}\n\n-- \n佐藤太郎\n株式会社例\nTEL 03-1234-5678`),
  body(
    'quoted below an announcement',
    (threat) => `2026年11月23日(月) 9:12 佐藤 <sato@client.example.jp>:\n\n> ${threat}`,
  ),
  body(
    'quoted below an English announcement',
    (threat) => `On Mon, Nov 23, 2026 at 9:12 AM Sato <sato@client.example.jp> wrote:\n\n> ${threat}`,
  ),
  body('below an original message', (threat) => `-----Original Message-----\n${HEADERS}\n${threat}`),
  body('below a 元のメッセージ', (threat) => `-----元のメッセージ-----\n${差出人}\n${threat}`),
  body('below a 転送メッセージ', (threat) => `---------- 転送メッセージ ----------\n${差出人}\n${threat}`),
  body('below headers alone', (threat) => `${差出人}\n${threat}`),
  body('forwarded with a word', (threat) => `転送します。\n\n-----Original Message-----\n${HEADERS}\n${threat}`),
  body('forwarded as FYI', (threat) => `FYI\n\n-----Original Message-----\n${HEADERS}\n${threat}`),
  whole('quoted above words that are hidden', (threat) =>
    mail(html(`<blockquote>${threat}</blockquote><p hidden>明日の会議の資料をお送りします。</p>`)),
  ),
  whole('quoted in HTML', (threat) => mail(html(`<blockquote>${threat}</blockquote>`))),
  whole('quoted in text and HTML', (threat) =>
    mail(multipart('alternative', [text(`> ${threat}`), html(`<blockquote type="cite">${threat}</blockquote>`)])),
  ),
];

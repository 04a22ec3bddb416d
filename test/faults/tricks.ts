import { ENDLESS } from '../mail/endless.ts';
import { encode, file, html, mail, multipart, type Part, text, words } from '../support/mime.ts';

/** Bytes that look random and are always the same. */
const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => (i * i * 31 + i * 7) % 251));
const said = (content: string) => () => mail(text(content, { transfer: 'base64' }));
const shown = (content: string) => () => mail(html(content, { transfer: 'base64' }));
const headed = (headers: Parameters<typeof mail>[1]) => () => mail(text('本文です。'), headers);
const packed = (part: () => Part) => () => mail(part());
const bare = (content: string | Buffer) => () => Buffer.from(content as string);
const character = (point: number): string => (point >= 0xd800 && point < 0xe000 ? '' : String.fromCodePoint(point));
const long = '大至急ご回答ください。'.repeat(20_000);

const boundary = (name: string, body = `--${name}\r\n\r\nx\r\n--${name}--`): Buffer =>
  mail({ headers: { 'Content-Type': `multipart/mixed; boundary="${name}"` }, body: Buffer.from(body) });

/** What somebody who wants to harm, or a program that was never tested, might send. */
export const TRICKS: readonly (readonly [name: string, raw: () => Buffer])[] = [
  ...ENDLESS.map(([what, raw]) => [`${what} without end`, raw] as const),

  // No mail, or hardly one.
  ['no byte', bare('')],
  ['one line break', bare('\r\n')],
  ['a picture', bare(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
  ['noise', () => noise(100_000)],
  ['10 MB of noise', () => noise(10_000_000)],
  ['a million zero bytes', () => Buffer.alloc(1_000_000)],
  ['a header without an end', bare('From: a@example.com\r\nSubject: x')],
  ['a body without a header', bare('\r\nお前が土下座しろ。')],
  ['bare carriage returns', bare('From: a@example.com\rSubject: x\r\r土下座しろ。\r')],
  ['UTF-16 from its first byte', () => encode('From: a@example.com\r\nSubject: x\r\n\r\n土下座しろ。', 'utf-16le')],
  ['a byte order mark before the header', bare('\uFEFFFrom: a@example.com\r\nSubject: x\r\n\r\n土下座しろ。')],
  ['an mbox of three mails', bare('From a\nSubject: 1\n\nx\n\nFrom b\nSubject: 2\n\ny\n\nFrom c\n\nz\n')],
  ['60 MB', () => mail(text('あ'.repeat(20_000_000)))],

  // Headers.
  ['every header twice', () => Buffer.concat([mail(text('x')).subarray(0, 200), mail(text('y'))])],
  ['zero bytes in headers', headed({ Subject: 'a\0b', From: 'a\0@example.com', 'Message-ID': '<\0@\0>' })],
  ['lone surrogates in words', headed({ Subject: '=?utf-8?B?7aCA7bCA?= =?utf-16be?B?2ADYAA==?=' })],
  ['8-bit bytes in every header', headed({ Subject: noise(2_000), From: noise(2_000), 'Message-ID': noise(500) })],
  ['a subject of 1 MB', headed({ Subject: words('utf-8', ...Array.from({ length: 20_000 }, () => '土下座')) })],
  ['100,000 recipients', headed({ To: Array.from({ length: 100_000 }, (_, i) => `a${i}@example.com`).join(', ') })],
  ['groups within groups', headed({ From: `${'g:'.repeat(50_000)}a@example.com${';'.repeat(50_000)}` })],
  ['comments within comments', headed({ From: `${'(a'.repeat(50_000)}${')'.repeat(50_000)} a@example.com` })],
  ['100,000 references', headed({ References: Array.from({ length: 100_000 }, (_, i) => `<${i}@a>`).join(' ') })],
  ['a thread that follows itself', headed({ 'Message-ID': '<a@a>', References: '<a@a>', 'In-Reply-To': '<a@a>' })],
  ['a Message-ID of 1 MB', headed({ 'Message-ID': `<${'a'.repeat(1_000_000)}@example.com>` })],
  ['an empty Message-ID', headed({ 'Message-ID': '<>', From: '<>', Subject: '' })],
  ['the year 275761', headed({ Date: 'Fri, 01 Aug 275761 09:12:00 +0900' })],
  ['the year 0', headed({ Date: 'Sat, 01 Jan 0000 00:00:00 +9999' })],
  ['an address of 1 MB', headed({ From: `${'a'.repeat(500_000)}@${'b.'.repeat(250_000)}jp` })],
  ['an address that is a script', headed({ From: '"<script>alert(1)</script>" <\'"><img@example.com>' })],
  ['right to left', headed({ From: '"\u202Egnp.a" <a@example.com>', Subject: '\u202E\u2066\u200F\u0000' })],
  ['a formula and an escape', headed({ Subject: "=cmd|'/c calc'!A1 \x1b[2J\x1b]0;x\x07", From: '@=1+1@example.com' })],
  ['2,000 continuations of a file name', () => mail(manyPieces(2_000))],
  ['words in a charset nobody knows', headed({ Subject: '=?x-klingon?Q?=E3=81=82?= =??B??= =?utf-8?X?a?=' })],

  // Structure.
  [
    '5,000 parts',
    packed(() =>
      multipart(
        'mixed',
        Array.from({ length: 5_000 }, (_, i) => text(`${i}`)),
      ),
    ),
  ],
  ['a boundary of 100 kB', () => boundary('b'.repeat(100_000))],
  ['an empty boundary', () => boundary('')],
  ['a boundary of expressions', () => boundary('(.*)+[$^\\')],
  ['a boundary like its inner one', () => boundary('b', '--bb\r\n\r\nx\r\n--b\r\n\r\ny\r\n--bb--')],
  ['two content types', () => mail(text('x'), { 'content-type': 'text/html', 'CONTENT-TYPE': 'multipart/mixed' })],
  [
    'base64 that is none',
    () => mail({ ...text(''), headers: { 'Content-Transfer-Encoding': 'base64' }, body: noise(50_000) }),
  ],
  ['base64 of base64 of base64', said(Buffer.from(Buffer.from(long).toString('base64')).toString('base64'))],
  ['uuencode in the text', said(`begin 644 a.exe\n${'M'.repeat(60)}\n`.repeat(5_000))],
  [
    'half an attached mail',
    packed(() => ({ headers: { 'Content-Type': 'message/rfc822' }, body: Buffer.from('From') })),
  ],
  ['a partial mail', headed({ 'Content-Type': 'message/partial; number=1; total=99; id="x"' })],
  ['an external body', headed({ 'Content-Type': 'message/external-body; access-type=local-file; name="/etc/passwd"' })],
  [
    'TNEF of noise',
    packed(() => multipart('mixed', [text('x'), file('winmail.dat', noise(20_000), 'application/ms-tnef')])),
  ],
  [
    '300 files of one name',
    packed(() =>
      multipart(
        'mixed',
        Array.from({ length: 300 }, () => file('../../a\0.exe', noise(300))),
      ),
    ),
  ],
  [
    'a file of 20 MB',
    packed(() => multipart('mixed', [text('土下座しろ。'), file('a.bin', Buffer.alloc(20_000_000))])),
  ],

  // HTML.
  ['elements 200,000 deep', shown(`${'<div>'.repeat(200_000)}土下座しろ`)],
  ['a table of 300,000 cells', shown(`<table>${'<tr><td>a'.repeat(300_000)}`)],
  ['100,000 attributes', shown(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=b`).join(' ')}>x`)],
  ['a style of 5 MB', shown(`<style>${'.a{color:red}'.repeat(400_000)}</style>x`)],
  ['letters one by one', shown([...'お前が土下座しろ'.repeat(2_000)].map((one) => `<span>${one}</span>`).join(''))],
  ['every entity', shown(Array.from({ length: 70_000 }, (_, i) => `&#${i * 17};`).join(''))],
  ['an embedded picture of 8 MB', shown(`<img src="data:image/png;base64,${'A'.repeat(8_000_000)}">x`)],

  // Texts.
  ...[
    'ア',
    'A',
    '1',
    '-',
    'ー',
    '死',
    'w',
    '　',
    '>',
    '<',
    '(',
    '「',
    '。',
    '\u200b',
    '\u0300',
    '👨‍👩‍👧',
    '𠮷',
    '\n',
  ].map((one) => [`300,000 times ${JSON.stringify(one)}`, said(one.repeat(300_000))] as const),
  ...['お前', '土下座', '土下座しろ', '死ね', '誠意を見せろ', '訴えるぞ', '担当を出せ', 'SNSに書く'].map(
    (one) => [`50,000 times ${one}`, said(one.repeat(50_000))] as const,
  ),
  ['a match in each of 50,000 lines', said('お前が土下座しろ。\n'.repeat(50_000))],
  [
    'many acts in each of 10,000 lines',
    said(`${'お前ら全員死ね。土下座しろ。誠意を見せろ。訴えるぞ。'.repeat(2)}\n`.repeat(10_000)),
  ],
  [
    'quotes 1,000 deep',
    said(Array.from({ length: 2_000 }, (_, i) => `${'> '.repeat(i % 1_000)}土下座しろ`).join('\n')),
  ],
  ['20,000 reply headers', said('2026年1月1日(木) 9:00 田中 <a@example.com>:\n> 土下座しろ\n'.repeat(20_000))],
  ['20,000 signatures', said('-- \n山田太郎\nTel: 03-0000-0000\n'.repeat(20_000))],
  ['a line of 5 MB', said('土下座しろ、'.repeat(800_000))],
  ['a million short lines', said('あ\n'.repeat(1_000_000))],
  ['letters spaced out', said([...'お前が土下座しろ'.repeat(10_000)].join(' '))],
  ['letters masked', said('○ね ﾀﾋね 4ね '.repeat(30_000))],
  ['a thousand marks on each letter', said(`土${'\u0301'.repeat(1_000)}下`.repeat(200))],
  ['every character there is', said(Array.from({ length: 0x10fff }, (_, i) => character(i * 16)).join(''))],
  ['JIS escapes among the text', () => mail(text(Buffer.from(`\x1b$B$3$l\x1b(B${'\x1b$@\x1b(J'.repeat(50_000)}`)))],
  ['half characters', () => mail(text(Buffer.concat(Array.from({ length: 20_000 }, () => Buffer.from([0xe3, 0x81])))))],
];

/** By RFC 2231, in the wrong order. */
function manyPieces(count: number): Part {
  const pieces = Array.from({ length: count }, (_, i) => `;\r\n filename*${count - i}*=%E3%81%82`).join('');
  const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment${pieces}` };
  return multipart('mixed', [text('x'), { headers, body: noise(100) }]);
}

import type { Message } from '../../src/mail/index.ts';
import {
  attachedMail,
  encode,
  file,
  type Headers,
  html,
  mail,
  multipart,
  type Part,
  type TextOptions,
  text,
  words,
} from '../support/mime.ts';

/** Where in a message something must come out. */
export type Place = 'subject' | 'body' | 'html' | 'att-1' | 'from' | 'file name' | 'date' | 'warnings';

/** A habit or a fault of Japanese mail, and what people's mail programs show of it. */
export interface JapaneseCase {
  readonly what: string;
  readonly raw: () => Buffer;
  readonly place: Place;
  readonly expected: string;
}

/** What `message` holds at `place`; lists are joined, what is not there is said in brackets. */
export function found(message: Message, place: Place): string {
  switch (place) {
    case 'subject':
      return message.subject;
    case 'from':
      return message.from === null ? '(none)' : `${message.from.name} <${message.from.address}>`.trim();
    case 'file name':
      return message.attachments.map(({ filename }) => filename).join(', ');
    case 'date':
      return message.date?.toISOString() ?? '(none)';
    case 'warnings':
      return message.warnings.join(', ');
    case 'body':
    case 'html':
    case 'att-1':
      return message.parts.find(({ id }) => id === place)?.text ?? '(none)';
  }
}

const HARD = '①㈱髙島屋～ﾃｽﾄの件';
const PLAIN = '納期の件、明日までにご回答ください。';
const KANA = 'ﾊﾞｶﾔﾛｳ';
const kana7 = [...encode(KANA, 'shift_jis')].map((byte) => byte & 0x7f);
const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

type Row = readonly [what: string, raw: () => Buffer, place: Place, expected: string];

const body = (what: string, expected: string, options: TextOptions): Row => [
  what,
  () => mail(text(expected, options)),
  'body',
  expected,
];
const jis = (what: string, content: Buffer, expected: string): Row => [
  what,
  () => mail(text(content, { declared: 'iso-2022-jp' })),
  'body',
  expected,
];
const subject = (what: string, value: Headers[string], expected: string): Row => [
  what,
  () => mail(text('x'), { Subject: value ?? null }),
  'subject',
  expected,
];
const from = (what: string, value: string | Buffer, expected: string): Row => [
  what,
  () => mail(text('x'), { From: value }),
  'from',
  expected,
];
const named = (what: string, part: () => Part, expected: string): Row => [
  what,
  () => mail(multipart('mixed', [text('x'), part()])),
  'file name',
  expected,
];
const nameless = (disposition: string): Part => ({
  headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': disposition },
  body: Buffer.from('%PDF'),
});
const percent = (value: string, charset: string): readonly string[] =>
  [...encode(value, charset)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
const cut = (value: string, charset: string, at: number): string =>
  [encode(value, charset).subarray(0, at), encode(value, charset).subarray(at)]
    .map((piece) => `=?${charset}?B?${piece.toString('base64')}?=`)
    .join('\r\n ');
const deep = (depth: number): Part => {
  let part = text('底の文');
  for (let i = 0; i < depth; i++) part = multipart('mixed', [part]);
  return part;
};

const ALIASES: readonly (readonly [declared: string, charset: string])[] = [
  ['x-sjis', 'shift_jis'],
  ['windows-31j', 'shift_jis'],
  ['ms932', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['eucJP-ms', 'euc-jp'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
];
const WRONG: readonly (readonly [declared: string | null, charset: string])[] = [
  ...[null, 'us-ascii'].flatMap((declared) =>
    ['iso-2022-jp', 'shift_jis', 'euc-jp', 'utf-8'].map((charset) => [declared, charset] as const),
  ),
  ['utf-8', 'shift_jis'],
  ['iso-8859-1', 'utf-8'],
];

const ROWS: readonly Row[] = [
  ...['utf-8', 'iso-2022-jp', 'shift_jis', 'euc-jp'].map((charset) =>
    body(`${charset} with ①㈱, ～, 髙 and half-width kana`, HARD, { charset }),
  ),
  ...ALIASES.map(([declared, charset]) => body(`${charset} called ${declared}`, HARD, { charset, declared })),
  ...WRONG.map(([declared, charset]) =>
    body(`${charset}, ${declared === null ? 'nothing declared' : `declared as ${declared}`}`, PLAIN, {
      charset,
      declared,
    }),
  ),
  body('Shift_JIS of half-width kana alone, nothing declared', KANA, { charset: 'shift_jis', declared: null }),
  jis('JIS line that does not return to ASCII', bytes('\x1b$B$3$l\nplain\n'), 'これ\nplain'),
  jis('half-width kana by SO and SI', bytes([0x0e], kana7, [0x0f]), KANA),
  jis('half-width kana by ESC ( I', bytes('\x1b(I', kana7, '\x1b(B'), KANA),
  jis(
    'half-width kana as 8-bit bytes in JIS',
    bytes('\x1b$B$3$l\x1b(B', [...encode(KANA, 'shift_jis')]),
    `これ${KANA}`,
  ),
  ...['iso-2022-jp', 'shift_jis', 'euc-jp'].map((charset) =>
    subject(`raw ${charset} in Subject`, encode(PLAIN, charset), PLAIN),
  ),
  ...['utf-8', 'iso-2022-jp', 'shift_jis', 'euc-jp', 'cp50221'].map((charset) =>
    subject(`encoded words in ${charset}`, words(charset, '①お見積り', 'ﾃｽﾄの件'), '①お見積りﾃｽﾄの件'),
  ),
  subject('encoded words cut inside a character of UTF-8', cut('納期の件', 'utf-8', 4), '納期の件'),
  subject('encoded words cut inside a character of Shift_JIS', cut('納期の件', 'shift_jis', 3), '納期の件'),
  subject('encoded words cut inside a state of ISO-2022-JP', cut('納期の件', 'iso-2022-jp', 5), '納期の件'),
  from(
    'an encoded name with a comma',
    `${words('iso-2022-jp', '田中, 一郎')} <a@example.jp>`,
    '田中, 一郎 <a@example.jp>',
  ),
  from(
    'an encoded name with an address in it',
    `${words('utf-8', '偽 <x@example.com>')} <a@example.jp>`,
    '偽 <x@example.com> <a@example.jp>',
  ),
  from('dots as old phones wrote them', 'a..b.@docomo.example.jp', '<a..b.@docomo.example.jp>'),
  named(
    'a file name in raw Shift_JIS',
    () => file(encode('表計算ソ.xls', 'shift_jis'), Buffer.from('x')),
    '表計算ソ.xls',
  ),
  named(
    'a file name in encoded words',
    () => file(words('iso-2022-jp', '見積書①.pdf'), Buffer.from('x')),
    '見積書①.pdf',
  ),
  ...['iso-2022-jp', 'shift_jis', 'utf-8'].map((charset) =>
    named(
      `a file name by RFC 2231 in ${charset}`,
      () => nameless(`attachment; filename*=${charset}''${percent('見積.pdf', charset).join('')}`),
      '見積.pdf',
    ),
  ),
  named(
    'a file name by RFC 2231 in pieces, cut inside a character',
    () => {
      const all = percent('見積.pdf', 'iso-2022-jp');
      const [head, tail] = [all.slice(0, 4).join(''), all.slice(4).join('')];
      return nameless(`attachment; filename*0*=iso-2022-jp''${head};\r\n filename*1*=${tail}`);
    },
    '見積.pdf',
  ),
  named('a file name that is a path', () => file('../../etc/passwd', Buffer.from('x')), 'passwd'),
  [
    'format=flowed with delsp',
    () =>
      mail({
        ...text('納期の件を \r\n至急お願いします。'),
        headers: { 'Content-Type': 'text/plain; charset=utf-8; format=flowed; delsp=yes' },
      }),
    'body',
    '納期の件を至急お願いします。',
  ],
  ['multiparts 99 deep', () => mail(deep(99)), 'body', '底の文'],
  ['multiparts 300 deep: a warning', () => mail(deep(300)), 'warnings', 'too-deep'],
  [
    'a header of 3 MB, read to its limit',
    () => mail(text(PLAIN), { 'X-Long': 'a'.repeat(3_000_000) }),
    'warnings',
    'too-large',
  ],
  ['HTML 2,000 deep', () => mail(html(`${'<div>'.repeat(2_000)}${PLAIN}`)), 'html', PLAIN],
  ['an invalid date is none: the time of arrival is used', () => mail(text('x'), { Date: 'いつか' }), 'date', '(none)'],
  ['no date', () => mail(text('x'), { Date: null }), 'date', '(none)'],
  [
    'HTML with other words than the plain text',
    () => mail(multipart('alternative', [text('HTMLメールです。'), html(`<p>${PLAIN}</p>`)])),
    'html',
    PLAIN,
  ],
  [
    'words that HTML hides',
    () => mail(html(`<div style="display:none">${PLAIN}</div>はい`)),
    'warnings',
    'hidden-text',
  ],
  [
    'a mail in a mail',
    () => mail(multipart('mixed', [text('転送します。'), attachedMail(mail(text(PLAIN, { charset: 'iso-2022-jp' })))])),
    'att-1',
    `test\n\n${PLAIN}`,
  ],
  [
    'winmail.dat is not opened, and said',
    () => mail(multipart('mixed', [text('x'), file('winmail.dat', Buffer.from('x'), 'application/ms-tnef')])),
    'warnings',
    'tnef',
  ],
];

export const JAPANESE: readonly JapaneseCase[] = ROWS.map(([what, raw, place, expected]) => ({
  what,
  raw,
  place,
  expected,
}));

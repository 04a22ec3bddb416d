import { encode, html, mail, multipart, type TextOptions, text, words } from '../../support/mime.ts';
import { type Wrapping, whole } from './wrapping.ts';

const written = (name: string, options: TextOptions, part = text): Wrapping =>
  whole(name, (threat) => mail(part(threat, options)));

/** Bytes that are written in one charset under the name of another. */
const misnamed = (charset: string, ...names: (string | null)[]): Wrapping[] =>
  names.map((declared) => written(`in ${charset} called ${declared ?? 'nothing'}`, { charset, declared }));

const behind = (name: string, junk: Buffer, declared: string | null = 'utf-8'): Wrapping =>
  whole(name, (threat) => mail(text(Buffer.concat([junk, Buffer.from(threat)]), { declared })));

/** As it is written for programs that know seven bits alone (RFC 2152). */
const utf7 = (content: string): Buffer =>
  Buffer.from(
    content.replace(
      /[^\0-\x7f]+/g,
      (run) => `+${Buffer.from(run, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`,
    ),
  );

const bareReturns = (raw: Buffer): Buffer => Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r'), 'latin1');

/** Charsets and transfer encodings, named rightly, wrongly or not at all, and bytes that are broken. */
export const BYTES: readonly Wrapping[] = [
  written('in UTF-8', {}),
  written('in base64', { transfer: 'base64' }),
  written('in quoted-printable', { transfer: 'quoted-printable' }),
  written('in HTML alone', {}, html),
  written('in ISO-2022-JP', { charset: 'iso-2022-jp' }),
  written('in Shift_JIS', { charset: 'shift_jis' }),
  written('in EUC-JP', { charset: 'euc-jp' }),
  written('in UTF-16', { charset: 'utf-16le', transfer: 'base64' }),
  whole('in UTF-7', (threat) => mail(text(utf7(threat), { declared: 'utf-7' }))),
  whole('in UTF-7 by an old name', (threat) => mail(text(utf7(threat), { declared: 'unicode-1-1-utf-7' }))),
  whole('in a subject of UTF-7', (threat) => mail(text('。'), { Subject: `=?utf-7?Q?${utf7(threat).toString()}?=` })),
  ...misnamed(
    'euc-jp',
    null,
    'us-ascii',
    'utf-8',
    'iso-8859-1',
    'euc-kr',
    'ks_c_5601-1987',
    'koi8-r',
    'windows-1251',
    'iso-8859-5',
    'windows-1250',
    'windows-1253',
    'tis-620',
  ),
  ...misnamed('shift_jis', null, 'us-ascii', 'utf-8', 'iso-8859-1', 'euc-kr', 'koi8-r', 'windows-1251'),
  ...misnamed(
    'utf-8',
    null,
    'us-ascii',
    'iso-8859-1',
    'shift_jis',
    'euc-jp',
    'euc-kr',
    'gb2312',
    'big5',
    'iso-2022-jp',
    'koi8-r',
    'utf-7',
  ),
  ...misnamed('iso-2022-jp', null, 'iso-8859-1', 'utf-8', 'shift_jis', 'euc-kr', 'x-unknown'),
  behind('behind 20 bytes FF', Buffer.alloc(20, 0xff)),
  behind('behind 20 bytes FF, called nothing', Buffer.alloc(20, 0xff), null),
  behind('behind 100 overlong slashes', Buffer.from('c0af'.repeat(100), 'hex')),
  behind('behind broken bytes among letters', Buffer.from('61c0af'.repeat(100), 'hex')),
  behind('behind a byte order mark', Buffer.from('efbbbf', 'hex')),
  whole('in lines that end in a bare return, headers included', (threat) =>
    bareReturns(mail(text(`お世話になっております。\r\n${threat}\r\n`))),
  ),
  whole('in parts whose lines end in a bare return', (threat) =>
    bareReturns(mail(multipart('alternative', [text('こんにちは。'), html(`<p>${threat}</p>`)]))),
  ),
  whole('in the subject alone', (threat) => mail(text('。'), { Subject: words('utf-8', threat) })),
  whole('in a subject of raw Shift_JIS', (threat) => mail(text('。'), { Subject: encode(threat, 'shift_jis') })),
];

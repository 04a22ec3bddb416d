import {
  attachedMail,
  encode,
  file,
  html,
  mail,
  multipart,
  type Part,
  type TextOptions,
  text,
  words,
} from '../support/mime.ts';
import { TRICKS } from './tricks.ts';

/** A mail that is made when it is wanted: some are large. */
export interface HostileMail {
  readonly name: string;
  readonly raw: () => Buffer;
}

const SENTENCE = '①髙島屋のﾃｽﾄ部です。担当のお前が土下座しろ。納期はいつですか。\n';

/** What is said, and how much of it. */
const SIZES: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a sentence', SENTENCE],
  ['200 kB', SENTENCE.repeat(2_000)],
];

/** How it is written, rightly and wrongly. */
const WRITINGS: readonly (readonly [string, TextOptions])[] = [
  ['UTF-8', { charset: 'utf-8', transfer: 'base64' }],
  ['ISO-2022-JP', { charset: 'iso-2022-jp', transfer: '7bit' }],
  ['ISO-2022-JP in quoted-printable', { charset: 'iso-2022-jp', transfer: 'quoted-printable' }],
  ['Shift_JIS, undeclared', { charset: 'shift_jis', declared: null, transfer: '8bit' }],
  ['EUC-JP called us-ascii', { charset: 'euc-jp', declared: 'us-ascii', transfer: 'base64' }],
  ['Shift_JIS called UTF-8', { charset: 'shift_jis', declared: 'utf-8', transfer: '8bit' }],
  ['UTF-8 called ISO-2022-JP', { charset: 'utf-8', declared: 'iso-2022-jp', transfer: '7bit' }],
  ['UTF-16 called UTF-8', { charset: 'utf-16le', declared: 'utf-8', transfer: 'base64' }],
  ['UTF-8 called x-none', { charset: 'utf-8', declared: 'x-none"; =', transfer: 'quoted-printable' }],
];

/** What it is packed in. */
const STRUCTURES: readonly (readonly [string, (said: string, how: TextOptions) => Part])[] = [
  ['a plain text', text],
  ['an HTML text', (said, how) => html(`<p>${said}<br>`, how)],
  ['two alternatives', (said, how) => multipart('alternative', [text(said, how), html(`<b>${said}</b>別の話`, how)])],
  [
    'a text and files',
    (said, how) =>
      multipart('mixed', [text(said, how), file(encode(said.slice(0, 80), 'shift_jis'), encode(said, 'utf-8'))]),
  ],
  ['a mail in a mail', (said, how) => multipart('mixed', [text('転送します。'), attachedMail(mail(text(said, how)))])],
  ['mails ten deep', (said, how) => nested(10, text(said, how), (inner) => attachedMail(mail(inner)))],
  ['multiparts 300 deep', (said, how) => nested(300, text(said, how), (inner) => multipart('mixed', [inner]))],
  ['a multipart cut off', (said, how) => cutOff(multipart('mixed', [text(said, how), text(said, how)]))],
  [
    '100 parts',
    (said, how) =>
      multipart(
        'digest',
        Array.from({ length: 100 }, () => text(said.slice(0, 2_000), how)),
      ),
  ],
  ['text that calls itself a picture', (said, how) => text(said, { ...how, type: 'image/png' })],
  ['text that calls itself a multipart', (said, how) => text(said, { ...how, type: 'multipart/mixed' })],
  ['HTML with most of it hidden', (said, how) => html(`<div style="display:none">${said}</div>はい<!-- ${said}`, how)],
];

/** Every structure in every writing in every size, and what was thought of one by one. */
export const HOSTILE: readonly HostileMail[] = [
  ...STRUCTURES.flatMap(([structure, pack]) =>
    WRITINGS.flatMap(([writing, how]) =>
      SIZES.map(([size, said]) => ({
        name: `${structure}, ${writing}, ${size}`,
        raw: () => mail(pack(said, how), { Subject: words('iso-2022-jp', structure) }),
      })),
    ),
  ),
  ...TRICKS.map(([name, raw]) => ({ name, raw })),
];

function nested(depth: number, inner: Part, wrap: (inner: Part) => Part): Part {
  let part = inner;
  for (let i = 0; i < depth; i++) part = wrap(part);
  return part;
}

const cutOff = ({ headers, body }: Part): Part => ({ headers, body: body.subarray(0, Math.floor(body.length * 0.7)) });

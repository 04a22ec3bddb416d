import { calendar, docx, odt, pdf, pptx, rtf, xlsx } from '../../support/documents.ts';
import { mail, text } from '../../support/mime.ts';

/** From 威迫 to what frightens for life, each more than 通常 as a mail of its own. */
export const WORDS = [
  'お前を殺しに行く。',
  '担当の山田を刺し殺してやる。',
  '対応しないなら、お前の店に火をつけてやるからな。',
  'お前の家族がどうなっても知らないぞ。住所はもう調べてある。',
  '役立たずのクズども、死んで詫びろ。',
  '無能なお前らは今すぐ土下座しに来い。',
  '返金しないなら、担当者の顔写真と実名をネットにばらまくぞ。',
  '夜道に気をつけろよ。帰り道で待っているからな。',
] as const;

const around = (threat: string): string =>
  `株式会社例 御中\n先日お送りした書類の件です。\n${threat}\n以上、よろしくお願いいたします。`;

const lines = (...all: string[]): Buffer => Buffer.from(all.join('\r\n'));

const quotedPrintable = (words: string): string =>
  [...Buffer.from(words)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** What people attach, with a threat in it. */
export const DOCUMENTS: readonly (readonly [name: string, make: (threat: string) => Buffer, type?: string])[] = [
  ['手紙.docx', docx],
  ['注文.xlsx', xlsx],
  ['説明.pptx', pptx],
  ['書類.odt', odt],
  ['手紙.pdf', pdf],
  ['手紙.rtf', (threat) => rtf(threat), 'application/msword'],
  ['メモ.txt', (threat) => Buffer.from(around(threat))],
  ['明細.csv', (threat) => lines('番号,品名,備考', '1,ボールペン,なし', `2,ノート,"${threat}"`), 'text/csv'],
  ['動作.log', (threat) => lines('2026-11-24 10:00:00 INFO start', `2026-11-24 10:00:01 INFO note: ${threat}`)],
  ['注文.json', (threat) => Buffer.from(ascii(JSON.stringify({ order: 7, note: threat }))), 'application/json'],
  [
    '名刺.vcf',
    (threat) => lines('BEGIN:VCARD', 'VERSION:3.0', 'FN:佐藤太郎', `NOTE:${threat}`, 'END:VCARD'),
    'text/vcard',
  ],
  [
    '電話帳.vcf',
    (threat) =>
      lines(
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N:Sato;Taro',
        `NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quotedPrintable(threat)}`,
        'END:VCARD',
      ),
    'text/x-vcard',
  ],
  ['転送.eml', (threat) => mail(text(around(threat), { transfer: 'base64' }))],
  ['案内.html', (threat) => Buffer.from(`<html><body><h1>ご案内</h1><p>${threat}</p></body></html>`), 'text/html'],
  ['予定.ics', (threat) => calendar(threat), 'text/calendar'],
  ['設定.yaml', (threat) => lines('name: 例', `comment: "${threat}"`)],
];

/** As programs write JSON: letters beyond ASCII by their number. */
const ascii = (json: string): string =>
  json.replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

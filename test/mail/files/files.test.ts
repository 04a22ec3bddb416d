import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { attachmentBytes, parseMail } from '../../../src/mail/index.ts';
import { calendar, cms, pdf, rtf } from '../../support/documents.ts';
import { file, mail, multipart, type Part, text } from '../../support/mime.ts';

const SAID = 'お世話になっております。明日伺います。';
const parse = (part: Part) => parseMail(mail(part), new Date(0));

/** What a mail says beside its subject. */
const textsOf = async (part: Part) => (await parse(part)).parts.slice(1).map(({ id, text }) => [id, text]);

describe('a file of text is read:', () => {
  it.each<[label: string, part: Part, read: string]>([
    ['an invitation', text(calendar(SAID), { type: 'text/calendar' }), `打ち合わせ\n${SAID}\nよろしく, お願いします`],
    [
      'an invitation as octet-stream',
      file('invite.ics', calendar(SAID)),
      `打ち合わせ\n${SAID}\nよろしく, お願いします`,
    ],
    [
      'a broken invitation',
      file('a.ics', Buffer.from(`BEGIN:VCALENDAR\r\nDESCRIPTION:明\r\n 日`)),
      'BEGIN:VCALENDAR\nDESCRIPTION:明日',
    ],
    ['Rich Text, without hidden words and pictures', file('a.rtf', rtf(SAID, '隠し'), 'application/rtf'), SAID],
    ['Rich Text as octet-stream', file('a.rtf', rtf(SAID)), SAID],
    [
      'Rich Text in Unicode',
      file('a.rtf', Buffer.from('{\\rtf1\\ansi\\uc1 \\u26126?\\u26085?{\\*\\bkmkstart x}\\line\\emdash}')),
      '明日\n—',
    ],
    ['Rich Text whose braces are never closed', file('a.rtf', Buffer.from(`{\\rtf1${'{'.repeat(50_000)}x`)), 'x'],
    [
      'XML, its attributes and CDATA',
      file('a.xml', Buffer.from(`<?xml version="1.0"?><a id="7" t="件 名"><b>${SAID}</b><![CDATA[x]]></a>`)),
      `件 名\n${SAID}\nx`,
    ],
    [
      'a picture of words (SVG)',
      file('a.svg', Buffer.from(`<?xml version="1.0"?><svg><text>${SAID}</text></svg>`), 'image/svg+xml'),
      SAID,
    ],
    ['HTML as octet-stream', file('a.html', Buffer.from(`<p>${SAID}</p>`)), SAID],
    ['text as octet-stream', file('a.txt', Buffer.from(SAID)), SAID],
    ['text in Shift_JIS', file('a.txt', iconv.encode(SAID, 'shift_jis')), SAID],
    ['text in UTF-16', file('a.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(SAID, 'utf-16le')])), SAID],
    ['a table', file('a.csv', Buffer.from(`1,${SAID}`), 'text/csv'), `1,${SAID}`],
    ['a log', file('a.log', Buffer.from(`INFO ${SAID}`)), `INFO ${SAID}`],
    [
      'JSON, its letters by number',
      file('a.json', Buffer.from(`{"id":"a7","\\u65e5\\u7a0b":["${SAID}"]}`), 'application/json'),
      `${SAID}\n日程`,
    ],
    ['JSON cut off', file('a.json', Buffer.from('{"id":"\\u65e5')), '{"id":"日'],
    [
      'JSON nested without end',
      file('a.json', Buffer.from(`${'['.repeat(40_000)}"${SAID}"`)),
      `${'['.repeat(40_000)}"${SAID}"`,
    ],
    [
      'a card',
      file('a.vcf', Buffer.from(`BEGIN:VCARD\r\nFN:例\r\nTEL:1\r\nNOTE:${SAID}\r\nEND:VCARD`), 'text/vcard'),
      `例\n${SAID}`,
    ],
    ['a mail as a file', file('a.eml', mail(text(SAID, { transfer: 'base64' }))), `test\n\n${SAID}`],
    ['text without a name', file('', Buffer.from(SAID)), SAID],
  ])('%s', async (_, part, read) => {
    expect(await textsOf(multipart('mixed', [part]))).toEqual([['att-1', read]]);
  });

  it('beside the words of its mail, unless these say the same', async () => {
    const invitation = text(calendar(SAID), { type: 'text/calendar' });
    expect(await textsOf(multipart('mixed', [text('予定です。'), file('a.txt', Buffer.from(SAID))]))).toEqual([
      ['body', '予定です。'],
      ['att-1', SAID],
    ]);
    const said = `打ち合わせ\n${SAID}\nよろしく, お願いします`;
    expect(await textsOf(multipart('alternative', [text(said), invitation]))).toEqual([['body', said]]);
  });

  it('and stays an attachment', async () => {
    const { attachments } = await parse(multipart('mixed', [text('x'), file('a.txt', Buffer.from(SAID))]));
    expect(attachments).toMatchObject([{ filename: 'a.txt', size: Buffer.byteLength(SAID) }]);
  });

  it('of data its ends, which is no reason for a person to look', async () => {
    const { parts, warnings } = await parse(file('a.csv', Buffer.from(`日付,${'1,'.repeat(400_000)}額`)));
    expect([parts.at(-1)!.text.length, warnings]).toEqual([100_000, []]);
  });

  it('up to a limit, and says so', async () => {
    const long = await parse(file('a.txt', Buffer.from('あ'.repeat(200_000))));
    expect(long.warnings).toContain('text-cut');
    const many = await parse(
      multipart(
        'mixed',
        Array.from({ length: 11 }, (_, i) => file(`${i}.txt`, Buffer.from(`第${i}`))),
      ),
    );
    expect([many.parts.length, many.warnings]).toEqual([11, ['too-many-parts']]);
  });
});

it.each<[label: string, part: Part]>([
  ['bytes', file('a.txt', Buffer.from([0, 1, 2, 3, 255, 254, 0, 7]))],
  ['a key', file('key', Buffer.from('-----BEGIN PGP PUBLIC KEY BLOCK-----'))],
  ['a PDF of letters', file('a.pdf', pdf(SAID))],
])('%s is no text for people', async (_, part) => {
  expect(await textsOf(multipart('mixed', [text('x'), part]))).toEqual([['body', 'x']]);
});

describe('a signed mail that carries its mail within the signature', () => {
  const inner = mail(multipart('mixed', [text(SAID), file('a.png', Buffer.from([1, 0, 2]), 'image/png')]));

  it.each([
    ['application/pkcs7-mime; smime-type=signed-data', 'smime.p7m'],
    ['application/x-pkcs7-mime', 'smime.p7m'],
    ['application/octet-stream', 'smime.p7m'],
  ])('is read as that mail (%s)', async (type, name) => {
    const raw = mail(file(name, cms(inner), type));
    const { parts, attachments, subject } = await parseMail(raw, new Date(0));
    expect([subject, parts.at(-1)?.text, attachments.map(({ filename }) => filename)]).toEqual([
      'test',
      SAID,
      ['a.png'],
    ]);
    expect(Buffer.from((await attachmentBytes(raw, 0))!)).toEqual(Buffer.from([1, 0, 2]));
  });

  it('may be signed twice, and by OpenSSL, in pieces', async () => {
    expect(
      await textsOf(file('smime.p7m', cms(mail(file('smime.p7m', cms(inner)))), 'application/pkcs7-mime')),
    ).toEqual([['body', SAID]]);
    const made = await readFile(new URL('opaque.p7m', import.meta.url)); // openssl cms -sign -nodetach -stream -outform DER
    expect(await textsOf(file('smime.p7m', made, 'application/pkcs7-mime'))).toEqual([['body', 'お前を殺しに行く。']]);
  });

  it.each([
    ['encrypted', cms(inner, 3)],
    ['cut off', cms(inner).subarray(0, 100)],
    ['nothing', Buffer.alloc(0)],
    ['nested without end', Buffer.alloc(100_000, Buffer.from([0x30, 0x80]))],
  ])('is an attachment when it is %s', async (_, bytes) => {
    const { parts, attachments } = await parse(file('smime.p7m', bytes, 'application/pkcs7-mime'));
    expect([parts.length, attachments.length]).toEqual([1, 1]);
  });
});

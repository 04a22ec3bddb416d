import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attachedMail, encode, file, mail, multipart, text, words } from '../../support/mime.ts';
import { parse, partOf } from '../support.ts';

const PNG = Buffer.from('89504e470d0a1a0a00000000', 'hex');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const raw = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));

describe('the body', () => {
  it('keeps its lines; format=flowed is unfolded', async () => {
    const flowed = text('納期の件を \r\n至急お願いします。\r\n> 引用\r\n', {
      headers: { 'Content-Type': 'text/plain; charset=utf-8; format=flowed; delsp=yes' },
    });
    expect(partOf(await parse(mail(flowed)), 'body')).toBe('納期の件を至急お願いします。\n> 引用');
    expect(partOf(await parse(mail(text('一\r\n\r\n二\r三\n'))), 'body')).toBe('一\n\n二\n三');
  });

  it('is read even when the only part calls itself an attachment', async () => {
    const message = await parse(mail(text('読めます', { headers: { 'Content-Disposition': 'attachment' } })));
    expect(partOf(message, 'body')).toBe('読めます');
  });

  it.each([
    ['no content type', 'X: y'],
    ['a broken content type', 'Content-Type: text'],
    ['a multipart without boundary', 'Content-Type: multipart/mixed'],
    ['a multipart whose boundary never comes', 'Content-Type: multipart/mixed; boundary=nowhere'],
    ['an unknown transfer encoding', 'Content-Transfer-Encoding: x-unknown'],
  ])('is read with %s', async (_, field) => {
    expect(partOf(await parse(raw('From: a@example.jp', field, '', '読めます')), 'body')).toBe('読めます');
  });

  it('is read with no header, no empty line, or an mbox line before the header', async () => {
    expect(partOf(await parse(raw('こんにちは。', '', '返事をください。')), 'body')).toBe(
      'こんにちは。\n\n返事をください。',
    );
    expect(partOf(await parse(raw('Subject: a', '本文だけです。')), 'body')).toBe('本文だけです。');
    const message = await parse(raw('From sato Fri Aug  1', 'Subject: a', '', '本文です。'));
    expect([message.subject, partOf(message, 'body')]).toEqual(['a', '本文です。']);
  });

  it('base64 padded on every line and quoted-printable with faults are read', async () => {
    const lines = ['お世話に', 'なります'].map((line) => Buffer.from(line).toString('base64'));
    const base64 = text(Buffer.from(''), { headers: { 'Content-Transfer-Encoding': 'BASE64 ' } });
    expect(partOf(await parse(mail({ ...base64, body: raw('5L==', '5L==') })), 'body')).toHaveLength(2);
    expect(partOf(await parse(mail({ ...base64, body: raw(...lines) })), 'body')).toBe('お世話になります');
    const quoted = text(Buffer.from(''), { headers: { 'Content-Transfer-Encoding': 'quoted-printable' } });
    const body = raw('a=3db=zz= ', '=E7=b4=8D ', 'c=');
    expect(partOf(await parse(mail({ ...quoted, body })), 'body')).toBe('a=b=zz納\nc=');
  });
});

describe('multiparts', () => {
  it('an inner one that is never closed ends at the delimiter of the outer one', async () => {
    const message = await parse(
      raw(
        'Content-Type: multipart/mixed; boundary=outer',
        '',
        'preamble',
        '--outer',
        'Content-Type: multipart/alternative; boundary="in ner" (comment)',
        '',
        '--in ner',
        '',
        'one',
        '--outer  ',
        'Content-Type: text/plain',
        '',
        'two',
        '--outer--',
        'epilogue',
      ),
    );
    expect(partOf(message, 'body')).toBe('one\ntwo');
  });

  it('100 deep are read', async () => {
    let part = text('底の文');
    for (let depth = 0; depth < 99; depth++) part = multipart('mixed', [part]);
    const message = await parse(mail(part));
    expect(partOf(message, 'body')).toBe('底の文');
    expect(message.warnings).toEqual([]);
  });

  it('deeper than we follow: a warning, and the rest is read', async () => {
    let part = text('底の文');
    for (let depth = 0; depth < 3_000; depth++) part = multipart('mixed', [part]);
    const message = await parse(mail(multipart('mixed', [text('表の文'), part])));
    expect(partOf(message, 'body')).toBe('表の文');
    expect(message.warnings).toEqual(['too-deep']);
  });

  it('more parts than we follow: a warning, and the first are read', async () => {
    const parts = Array.from({ length: 2_000 }, (_, index) => text(`${index}`));
    const message = await parse(mail(multipart('mixed', parts)));
    expect(partOf(message, 'body')).toMatch(/^0\n1\n2\n/);
    expect(message.warnings).toEqual(['too-many-parts']);
  });
});

describe('attachments', () => {
  it('are measured, hashed and listed, texts among them, and read where they are for people', async () => {
    const message = await parse(
      mail(
        multipart('mixed', [
          text('本文'),
          file('図.png', PNG, 'image/png'),
          file('memo.txt', Buffer.from('死ね'), 'text/plain'),
          file('empty.bin', Buffer.alloc(0)),
          { headers: { 'Content-Type': 'text/calendar' }, body: Buffer.from('BEGIN:VCALENDAR') },
        ]),
      ),
    );
    expect(message.attachments).toEqual([
      { filename: '図.png', contentType: 'image/png', size: PNG.length, sha256: sha256(PNG) },
      { filename: 'memo.txt', contentType: 'text/plain', size: 6, sha256: sha256(Buffer.from('死ね')) },
      { filename: 'empty.bin', contentType: 'application/octet-stream', size: 0, sha256: sha256(Buffer.alloc(0)) },
      { filename: 'unnamed', contentType: 'text/calendar', size: 15, sha256: sha256(Buffer.from('BEGIN:VCALENDAR')) },
    ]);
    expect(message.parts.map(({ id, text: words }) => `${id}: ${words}`)).toEqual([
      'subject: test',
      'body: 本文',
      'att-1: 死ね',
      'att-2: BEGIN:VCALENDAR',
    ]);
  });

  it.each([
    ['raw Shift_JIS', encode('表計算ソ.xls', 'shift_jis'), '表計算ソ.xls'],
    ['raw ISO-2022-JP', encode('表計算ソ.xls', 'iso-2022-jp'), '表計算ソ.xls'],
    ['encoded words', words('iso-2022-jp', '見積書①.pdf'), '見積書①.pdf'],
    ['a path', '../../etc/passwd', 'passwd'],
    ['a Windows path', 'C:\\\\Users\\\\a\\\\b.doc', 'b.doc'],
    ['NUL and control characters', 'a\0b\x07.txt', 'a_b_.txt'],
    ['a right-to-left override', 'invoice\u202Egpj.exe', 'invoicegpj.exe'],
    ['nothing but dots', '..', 'unnamed'],
    ['a name without an end', `${'長'.repeat(5_000)}.pdf`, `${'長'.repeat(196)}.pdf`],
  ])('a file name of %s is made safe', async (_, filename, expected) => {
    const message = await parse(mail(multipart('mixed', [text('x'), file(filename, PNG)])));
    expect(message.attachments.map((attachment) => attachment.filename)).toEqual([expected]);
  });

  it('file names by RFC 2231 are decoded', async () => {
    const encoded = [...encode('見積.pdf', 'iso-2022-jp')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
    const disposition = `attachment; filename*0*=iso-2022-jp''${encoded.slice(0, 5).join('')};\r\n filename*1*=${encoded.slice(5).join('')}`;
    const part = { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': disposition }, body: PNG };
    const message = await parse(mail(multipart('mixed', [text('x'), part])));
    expect(message.attachments[0]?.filename).toBe('見積.pdf');
  });

  it.each([
    ['winmail.dat', 'application/octet-stream'],
    ['a.dat', 'application/ms-tnef'],
  ])('TNEF (%s, %s) is warned of', async (name, type) => {
    const message = await parse(mail(multipart('mixed', [text('x'), file(name, PNG, type)])));
    expect(message.warnings).toEqual(['tnef']);
  });
});

describe('attached mails', () => {
  const inner = mail(text('転送された本文', { charset: 'iso-2022-jp', declared: null }), {
    Subject: words('shift_jis', '元の件名'),
  });

  it.each(['7bit', 'base64', 'quoted-printable'] as const)('in %s are read as parts of their own', async (transfer) => {
    const message = await parse(mail(multipart('mixed', [text('ご参考'), attachedMail(inner, transfer)])));
    expect(partOf(message, 'body')).toBe('ご参考');
    expect(partOf(message, 'att-1')).toBe('元の件名\n\n転送された本文');
    expect(message.attachments).toEqual([
      { filename: 'unnamed', contentType: 'message/rfc822', size: inner.length, sha256: sha256(inner) },
    ]);
    expect(message.warnings).toEqual(['charset-guessed']);
  });

  it('in a digest need no content type', async () => {
    const part = { headers: {}, body: mail(text('一通目')) };
    expect(partOf(await parse(mail(multipart('digest', [part]))), 'att-1')).toBe('test\n\n一通目');
  });

  it('inside each other are read to a depth, then warned of', async () => {
    let raws = mail(text('第0層'));
    for (let level = 1; level <= 8; level++)
      raws = mail(multipart('mixed', [text(`第${level}層`), attachedMail(raws)]));
    const message = await parse(raws);
    expect(message.parts.map(({ id }) => id)).toEqual(['subject', 'body', 'att-1', 'att-2', 'att-3']);
    expect(partOf(message, 'att-3')).toBe('test\n\n第5層');
    expect(message.warnings).toEqual(['too-deep']);
  });

  it('beyond a number are warned of', async () => {
    const message = await parse(
      mail(
        multipart(
          'mixed',
          Array.from({ length: 40 }, () => attachedMail(inner)),
        ),
      ),
    );
    expect(message.parts.at(-1)?.id).toBe('att-20');
    expect([...message.warnings].sort()).toEqual(['charset-guessed', 'too-many-parts']);
  });
});

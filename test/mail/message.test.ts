import { describe, expect, it } from 'vitest';
import { parseMail, readThreading, UnreadableMailError } from '../../src/mail/index.ts';
import { encode, file, html, mail, multipart, text, words } from '../support/mime.ts';
import { ENDLESS } from './endless.ts';
import { parse, partOf, receivedAt } from './support.ts';

describe('thread and time', () => {
  it('ids come without brackets, references oldest first', async () => {
    const raw = mail(text('x'), {
      'In-Reply-To': 'message of <b@example.jp>',
      References: '<a@example.jp>\r\n <b@exa\r\n mple.jp>',
    });
    const expected = {
      messageId: '1@mail.example.jp',
      inReplyTo: 'b@example.jp',
      references: ['a@example.jp', 'b@example.jp'],
      date: new Date('2025-08-01T00:12:00Z'),
    };
    expect(await parse(raw)).toMatchObject(expected);
    expect(readThreading(raw)).toEqual(expected);
  });

  it('a mail without any of them has none', async () => {
    const raw = Buffer.from('Subject: a\n\nb');
    const nothing = { messageId: null, inReplyTo: null, references: [], date: null };
    expect(await parse(raw)).toMatchObject(nothing);
    expect(readThreading(raw)).toEqual(nothing);
    expect(readThreading(Buffer.alloc(0))).toEqual(nothing);
  });

  it('ids without brackets are read, endless ones are not', async () => {
    expect((await parse(mail(text('x'), { 'Message-ID': 'a@example.jp' }))).messageId).toBe('a@example.jp');
    expect((await parse(mail(text('x'), { 'Message-ID': `<${'a'.repeat(999)}>` }))).messageId).toBeNull();
    expect((await parse(mail(text('x'), { 'Message-ID': '<>' }))).messageId).toBeNull();
  });

  it('of too many references the first and the last stay', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `<${index}@example.jp>`);
    const { references } = await parse(mail(text('x'), { References: ids.join('\r\n ') }));
    expect(references).toHaveLength(50);
    expect([references[0], references[1], references[49]]).toEqual([
      '0@example.jp',
      '451@example.jp',
      '499@example.jp',
    ]);
  });

  it.each([
    ['Fri, 1 Aug 2025 09:12:00 +0900 (JST)', '2025-08-01T00:12:00.000Z'],
    ['01 Aug 2025 09:12 JST', '2025-08-01T00:12:00.000Z'],
    ['Fri, 01 Aug 25 00:12:00 GMT', '2025-08-01T00:12:00.000Z'],
    ['Fri,  1 Aug 2025 09:12:60 -0330', '2025-08-01T12:42:59.000Z'],
  ])('the date %s is read', async (value, expected) => {
    const message = await parse(mail(text('x'), { Date: value }));
    expect(message.date?.toISOString()).toBe(expected);
    expect(message.warnings).toEqual([]);
  });

  it.each([
    'room 12',
    'いつか',
    'Fri, 31 Feb 2025 09:12:00 +0900',
    'Fri, 1 Foo 2025 09:12:00 +0900',
    '',
    '1 Aug 2025 25:00:00 +0900',
  ])('the date "%s" is none', async (value) => {
    const message = await parse(mail(text('x'), { Date: value }));
    expect(message.date).toBeNull();
    expect(message.warnings).toEqual(['invalid-date']);
  });
});

describe('addresses', () => {
  it('are lower-cased; groups are opened; what is no address is left out', async () => {
    const message = await parse(
      mail(text('x'), {
        From: `${words('utf-8', '佐藤 "太郎"')} <SATO@Client.Example.jp>, other@example.jp`,
        To: 'undisclosed-recipients:;, Team: a@example.jp, B <b@example.jp>; , broken, "c@example.jp"',
        Cc: 'd@example.jp\r\nCc: e@example.jp',
      }),
    );
    expect(message.from).toEqual({ name: '佐藤 "太郎"', address: 'sato@client.example.jp' });
    expect(message.to.map(({ address }) => address)).toEqual(['a@example.jp', 'b@example.jp', 'c@example.jp']);
    expect(message.cc.map(({ address }) => address)).toEqual(['d@example.jp', 'e@example.jp']);
  });

  it('dots as old phones wrote them are read', async () => {
    const message = await parse(mail(text('x'), { From: 'a..b.@docomo.example.jp' }));
    expect(message.from?.address).toBe('a..b.@docomo.example.jp');
  });

  it('lists have an end', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `a${index}@example.jp`).join(', ');
    expect((await parse(mail(text('x'), { To: many }))).to).toHaveLength(200);
  });

  it('a missing or broken sender is null', async () => {
    expect((await parse(mail(text('x'), { From: null }))).from).toBeNull();
    expect((await parse(mail(text('x'), { From: '佐藤' }))).from).toBeNull();
  });
});

describe('automatic mails', () => {
  it.each([
    ['an auto-reply', { 'Auto-Submitted': 'auto-replied; owner="a@example.jp"' }, true],
    ['a list', { 'List-Id': '<news.example.jp>' }, true],
    ['a newsletter', { 'List-Unsubscribe': '<mailto:off@example.jp>' }, true],
    ['bulk', { Precedence: 'Bulk' }, true],
    ['a list by precedence', { Precedence: 'list' }, true],
    ['a bounce', { 'Return-Path': '<>' }, true],
    ['a report', { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x' }, true],
    ['a person', { 'Return-Path': '<sato@example.jp>', Precedence: 'first-class' }, false],
    ['a person who says so', { 'Auto-Submitted': 'No' }, false],
    ['a person behind Exchange', { 'X-Auto-Response-Suppress': 'All' }, false],
  ])('%s', async (_, headers, expected) => {
    expect((await parse(mail(text('x'), headers))).automatic).toBe(expected);
  });
});

describe('what is handed on', () => {
  it('headers are decoded and keep their order; control characters do not survive', async () => {
    const { headers } = await parse(
      Buffer.from(`Received: a\r\n\tb\r\nX-A:${words('utf-8', '一\0二\n三\x1b[31m')}\r\nreceived: c\r\n\r\n`),
    );
    expect(headers).toEqual([
      { name: 'Received', value: 'a b' },
      { name: 'X-A', value: '一\uFFFD二 三\uFFFD[31m' },
      { name: 'received', value: 'c' },
    ]);
  });

  it('NUL and lone surrogates become U+FFFD', async () => {
    const message = await parse(mail(multipart('mixed', [text('a\0b\uFDD0'), html('<p>c&#xD800;d&#0;</p>')])));
    expect(partOf(message, 'body')).toBe('a\uFFFDb\uFFFD');
    expect(partOf(message, 'html')).toBe('c\uFFFDd\uFFFD');
    const utf16 = text(Buffer.from([0x61, 0, 0, 0xd8, 0x62, 0]), { declared: 'utf-16le', transfer: 'base64' });
    expect(partOf(await parse(mail(utf16)), 'body')).toBe('a\uFFFDb');
  });

  it('empty parts are left out', async () => {
    const message = await parse(mail(text(' \r\n'), { Subject: '' }));
    expect([message.subject, message.parts]).toEqual(['', []]);
    expect(message.receivedAt).toBe(receivedAt);
  });

  it('two deliveries of a mail have one content hash, two mails have not', async () => {
    const hashOf = async (body: string, headers = {}, bytes = 'a', subject = '件名') => {
      const part = multipart('mixed', [text(body), file('a.txt', Buffer.from(bytes))]);
      return (await parse(mail(part, { Subject: words('utf-8', subject), ...headers }))).contentHash;
    };
    const hash = await hashOf('一行目\r\n二行目');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf('一行目 \n二行目\n\n', { Received: 'from b', 'Message-ID': '<2@example.jp>' })).toBe(hash);
    expect(await hashOf('一行目\r\n三行目')).not.toBe(hash);
    expect(await hashOf('一行目\r\n二行目', {}, 'b')).not.toBe(hash);
    expect(await hashOf('一行目\r\n二行目', {}, 'a', '別の件名')).not.toBe(hash);
  });
});

describe('limits', () => {
  it('of a long text the beginning and the end are read', async () => {
    const message = await parse(mail(text(`始${'あ'.repeat(1_200_000)}終`)));
    expect(partOf(message, 'body')).toMatch(/^始あ{499999}\nあ{499998}終$/);
    expect(message.warnings).toEqual(['text-cut']);
  });

  it('no cut goes through a character', async () => {
    const long = `a${'😀'.repeat(600_000)}`;
    for (const part of [text(long), html(long)]) {
      const [, cut] = (await parse(mail(part))).parts;
      expect(cut?.text).toMatch(/^a(?:😀)+\n(?:😀)+$/u);
      expect(cut?.text.length).toBeGreaterThan(999_990);
    }
  });

  it('HTML is cut by its words, not by its tags', async () => {
    const styled = await parse(mail(html(`<img src="data:image/png;base64,${'A'.repeat(3_000_000)}">言葉`)));
    expect([partOf(styled, 'html'), styled.warnings]).toEqual(['言葉', []]);
    const long = await parse(mail(html('<p>あいうえお</p>'.repeat(200_000))));
    expect(partOf(long, 'html')?.length).toBeLessThanOrEqual(1_000_000);
    expect(long.warnings).toEqual(['text-cut']);
  });

  it('of a huge mail the head is read', { timeout: 60_000 }, async () => {
    const message = await parse(mail(multipart('mixed', [text('本文'), file('a.bin', Buffer.alloc(30_000_000))])));
    expect(partOf(message, 'body')).toBe('本文');
    expect(message.warnings).toEqual(['too-large']);
  });

  it('of a huge header the first fields are read, and the body', { timeout: 60_000 }, async () => {
    for (const filler of [`X: ${'a'.repeat(3_000_000)}\r\n`, 'X: y\r\n'.repeat(200_000)]) {
      const message = await parse(Buffer.from(`Subject: s\r\n${filler}\r\nbody`));
      expect([message.subject, partOf(message, 'body')]).toEqual(['s', 'body']);
      expect(message.warnings).toEqual(['too-large']);
    }
  });

  it.each(ENDLESS)(
    '%s without end come to an end',
    async (_, raw) => {
      await parse(raw());
    },
    60_000,
  );
});

describe('bytes that are no mail', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['blank lines', Buffer.from('\r\n \r\n')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('%s are unreadable', async (_, bytes) => {
    await expect(parseMail(bytes, receivedAt)).rejects.toBeInstanceOf(UnreadableMailError);
  });

  it('a view into a larger buffer is read as what it is', async () => {
    const raw = encode('Subject: a\n\n本文', 'utf-8');
    const view = new Uint8Array(Buffer.concat([Buffer.from('xx'), raw, Buffer.from('yy')])).subarray(2, 2 + raw.length);
    expect(partOf(await parseMail(view, receivedAt), 'body')).toBe('本文');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMail, toRawMail } from '../../src/mail/index.ts';
import { row } from '../lab/support.ts';

const words = fc
  .array(fc.constantFrom('見積', 'の', '件', 'Re:', ' ', '👍', '①', '=?utf-8?B?', '"', ',', 'abc', '死活監視'), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

describe('a corpus row as a mail', () => {
  it('gives back sender, subject, body and time when it is parsed', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, fc.array(words, { minLength: 1, maxLength: 8 }), async (name, subject, lines) => {
        const from = `${name} <yamada@example.co.jp>`;
        const message = await parseMail(toRawMail(row({ from, subject, body: lines.join('\n') })), new Date(0));
        expect(message.from).toEqual({ name, address: 'yamada@example.co.jp' });
        expect(message.subject).toBe(subject);
        expect(message.parts.find(({ id }) => id === 'body')?.text.trimEnd()).toBe(lines.join('\n'));
        expect(message.date).toEqual(new Date('2026-10-01T00:00:00Z'));
        expect(message.messageId).toBe('x001@corpus.example.org');
        expect(message.warnings).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is ASCII with short lines and only the headers that are meant, whatever stands in the row', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (from, subject, body, message_id) => {
        const raw = Buffer.from(toRawMail(row({ from, subject, body, message_id }))).toString('latin1');
        const [head = ''] = raw.split('\r\n\r\n');
        expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
        expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const names = head
          .split('\r\n')
          .filter((line) => !line.startsWith(' '))
          .map((line) => line.split(':')[0]);
        expect(names).toEqual([
          'Message-ID',
          'Date',
          'From',
          'To',
          'Subject',
          'MIME-Version',
          'Content-Type',
          'Content-Transfer-Encoding',
        ]);
      }),
    );
  });

  it('keeps the offset of its time and what it answers', () => {
    const threaded = row({
      date: '2026-01-01T02:30:00+09:00',
      message_id: '<b@example.jp>',
      in_reply_to: 'a@example.jp',
    });
    const raw = Buffer.from(toRawMail(threaded)).toString('latin1');
    expect(raw).toContain('Date: Thu, 01 Jan 2026 02:30:00 +0900\r\n');
    expect(raw).toContain(
      'Message-ID: <b@example.jp>\r\nIn-Reply-To: <a@example.jp>\r\nReferences: <a@example.jp>\r\n',
    );
  });
});

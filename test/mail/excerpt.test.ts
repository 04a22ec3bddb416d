import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerpt, parseMail, readEnvelope } from '../../src/mail/index.ts';

it('keeps a mail that is short as it is', () => {
  expect(excerpt(Buffer.from('Subject: a\n\nb\n'), 100).toString()).toBe('Subject: a\n\nb\n');
});

it('keeps whole lines of beginning and end, in base64 as well', async () => {
  const line = Buffer.from('お前を殺す。'.repeat(3)).toString('base64');
  const head = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n';
  const mail = Buffer.from(`${head}${Array.from({ length: 1000 }, () => line).join('\n')}\n`);
  const [body] = (await parseMail(excerpt(mail, 10_000), new Date(0))).parts;
  expect(body!.text).toMatch(/^(お前を殺す。)+$/);
  expect(body!.text.length).toBeGreaterThan(500);
});

it('never grows and always ends as the mail ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 2, max: 100 }), (bytes, most) => {
      const cut = excerpt(bytes, most);
      expect(cut.length).toBeLessThanOrEqual(most);
      const tail = Buffer.from(bytes).subarray(-Math.min(1, bytes.length));
      if (bytes.length <= most) expect(Buffer.compare(cut, Buffer.from(bytes))).toBe(0);
      else if (tail[0] !== 0x0a) expect(cut.subarray(-1)).toEqual(tail);
    }),
  );
});

it('reads an envelope without the body', async () => {
  const mail = Buffer.concat([
    Buffer.from('From: a@example.com\r\nSubject: x\r\n\r\n'),
    Buffer.alloc(20_000_000, '> '),
  ]);
  expect(await readEnvelope(mail, new Date(0))).toEqual({
    from: { name: '', address: 'a@example.com' },
    subject: 'x',
    date: null,
  });
});

import { describe, expect, it } from 'vitest';
import { looksWhole } from '../../../src/intake/directory/settling.ts';

describe('looksWhole', () => {
  const multipart = 'Subject: x\r\nContent-Type: multipart/mixed; charset=utf-8;\r\n\tboundary="a=b"\r\n\r\n';
  it.each([
    ['a mail with a body', 'Subject: x\n\nbody\n', true],
    ['a mail whose last line has no end', 'Subject: x\n\nbody', false],
    ['a header alone', 'Subject: x\n', false],
    ['nothing', '', false],
    ['parts with their last boundary', `${multipart}--a=b\r\n\r\none\r\n--a=b--\r\n`, true],
    ['parts without their last boundary', `${multipart}--a=b\r\n\r\none\r\n`, false],
    ['an unquoted boundary', 'Content-Type: Multipart/Alternative; Boundary=q7\n\n--q7\n\nx\n--q7--\n', true],
    ['a boundary that the body only talks of', 'Subject: x\n\ncontent-type: multipart/mixed; boundary=z\n', true],
    ['a header longer than is looked at', `X-Long: ${'a'.repeat(100_000)}\n\nbody\n`, true],
  ])('of %s', (_, text, expected) => {
    expect(looksWhole(Buffer.from(text))).toBe(expected);
  });
});

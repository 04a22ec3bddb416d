import { describe, expect, it } from 'vitest';
import { readAuthenticationResults } from '../../src/mail/index.ts';

const methods = (value: string) =>
  readAuthenticationResults(value)?.results.map(({ method, result }) => `${method}=${result}`) ?? null;

describe('Authentication-Results', () => {
  it.each<[string, string, string[] | null]>([
    [
      'as Google writes it',
      'mx.google.com;\r\n dkim=pass header.i=@example.jp header.s=s1; spf=pass (google.com: domain of a@example.jp designates 192.0.2.1 as permitted sender) smtp.mailfrom=a@example.jp; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.jp',
      ['dkim=pass', 'spf=pass', 'dmarc=pass'],
    ],
    ['with a version', 'mx.example.jp 1; dmarc=fail header.from=example.jp', ['dmarc=fail']],
    ['with a version of the method', 'mx.example.jp; dkim/1=pass header.d=example.jp', ['dkim=pass']],
    ['with nothing found', 'mx.example.jp; none', []],
    ['with blanks around =', 'mx.example.jp; spf = pass smtp.mailfrom = a@example.jp', ['spf=pass']],
    ['a result inside a comment', 'mx.example.jp; spf=fail (helo; dmarc=pass header.from=example.jp)', ['spf=fail']],
    ['a result inside nested comments', 'mx.example.jp; spf=fail (a (b) ; dmarc=pass)', ['spf=fail']],
    [
      'a result inside quotation marks',
      'mx.example.jp; spf=fail smtp.mailfrom="x; dmarc=pass"@example.com',
      ['spf=fail'],
    ],
    ['a bracket that is quoted', 'mx.example.jp; spf=fail (a \\) ; dmarc=pass)', ['spf=fail']],
    ['an encoded word, which stays one', 'mx.example.jp; spf=fail smtp.helo==?utf-8?q?;_dmarc=3Dpass?=', ['spf=fail']],
    ['a comment that never ends', 'mx.example.jp; dmarc=pass (', null],
    ['no server', 'spf=pass smtp.mailfrom=example.jp; dmarc=pass header.from=example.jp', null],
    ['nothing', '', null],
    ['too much', `mx.example.jp; ${'dmarc=pass; '.repeat(5000)}`, null],
  ])('reads one: %s', (_, value, expected) => {
    expect(methods(value)).toEqual(expected);
  });

  it('keeps the first of two properties with one name', () => {
    const read = readAuthenticationResults('mx.example.jp; dmarc=pass header.from=example.com header.from=example.jp');
    expect(read?.results[0]?.properties.get('header.from')).toBe('example.com');
  });
});

/** What goes on and on, and a mail with it. Each took minutes with an expression or a loop over it for every character. */
export const ENDLESS: readonly (readonly [what: string, raw: () => Buffer])[] = (
  [
    ['carriage returns in a header', `X: ${'\r'.repeat(200_000)}a`, ''],
    ['semicolons in a content type', `Content-Type: ${';'.repeat(200_000)}`, ''],
    ['brackets in a content type', `Content-Type: a;${'('.repeat(200_000)}`, ''],
    ['brackets in an address', `From: ${'('.repeat(200_000)}`, ''],
    ['quotes in an address', `From: ${'"<'.repeat(100_000)}`, ''],
    ['half encoded words', `Subject: ${'=?a?b?'.repeat(40_000)}`, ''],
    ['blanks between encoded words', `Subject: ${`=?utf-8?B?YQ==?=${' '.repeat(1_000)}x`.repeat(200)}`, ''],
    ['brackets in an id', `References: ${'<'.repeat(200_000)}`, ''],
    ['half a date', `Date: ${'('.repeat(200_000)}`, ''],
    ['blanks in quoted-printable', 'Content-Transfer-Encoding: quoted-printable', `a${' '.repeat(3_000_000)}b`],
    ['equal signs in quoted-printable', 'Content-Transfer-Encoding: quoted-printable', '= '.repeat(1_000_000)],
    ['equal signs in base64', 'Content-Transfer-Encoding: base64', '='.repeat(3_000_000)],
    ['dashes', 'Content-Type: multipart/mixed; boundary=b', '--\n'.repeat(1_000_000)],
    ['half a tag', 'Content-Type: text/html', '<a '.repeat(1_000_000)],
    ['brackets in HTML', 'Content-Type: text/html', '<'.repeat(3_000_000)],
    ['half comments', 'Content-Type: text/html', '<!--'.repeat(1_000_000)],
    ['ampersands', 'Content-Type: text/html', '&#'.repeat(1_000_000)],
    ['blanks in HTML', 'Content-Type: text/html', `a${' '.repeat(3_000_000)}b`],
    ['escapes', 'Content-Type: text/plain', '\x1b$B'.repeat(1_000_000)],
    ['flowed lines', 'Content-Type: text/plain; format=flowed', '> \n'.repeat(300_000)],
  ] as const
).map(([what, field, body]) => [what, () => Buffer.from(`${field}\r\n\r\n${body}`, 'latin1')]);

import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { attachmentBytes, parseMail } from '../../src/mail/index.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const part = (headers: string, body: string) =>
  `--b\r\nContent-Disposition: attachment; filename=x\r\n${headers}\r\n\r\n${body}\r\n`;
const mail = Buffer.from(
  `Subject: s\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n${[
    part('Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64', 'JVBERi0x\r\nLjQK'),
    part('Content-Type: application/x-x\r\nContent-Transfer-Encoding: quoted-printable', 'caf=C3=A9 =3D\r\nline'),
    part('Content-Type: text/csv\r\nContent-Transfer-Encoding: 8bit', 'a,b\r\n1,2'),
    part('Content-Type: message/rfc822', 'Subject: inner\r\n\r\ninner text'),
  ].join('')}--b--\r\n`,
  'latin1',
);

it('the bytes of each attachment are those whose hash and size its list tells', async () => {
  const { attachments } = await parseMail(mail, new Date(0));
  expect(attachments).toHaveLength(4);
  for (const [index, { size, sha256: hash }] of attachments.entries()) {
    const bytes = (await attachmentBytes(mail, index))!;
    expect({ index, size: bytes.length, hash: sha256(bytes) }).toEqual({ index, size, hash });
  }
});

it.each([-1, 4, 0.5, Number.NaN])('there is no attachment %d', async (index) => {
  expect(await attachmentBytes(mail, index)).toBeNull();
});

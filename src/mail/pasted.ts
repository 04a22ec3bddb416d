import { Buffer } from 'node:buffer';

const LINE = 76; // characters of base64: RFC 2045, 6.8

/** Text that someone pasted, as a mail that is read like any other; it says itself that it was pasted. */
export function mailOfPasted(text: string): Uint8Array {
  const lines = Buffer.from(text.replace(/\r\n?|\n/g, '\r\n'), 'utf8')
    .toString('base64')
    .replace(new RegExp(`.{1,${LINE}}`, 'g'), '$&\r\n');
  return Buffer.from(
    `X-Komainu-Pasted: yes\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}`,
    'latin1',
  );
}

import { plainText } from './plain.ts';

const FILE = /^begin [0-7]{3} [^\n]*\n((?:[ -`]{1,62}\n)+)end$/gm;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A text with the files of text that are written into it (uuencode) as mail programs of old show them; others stay as they are. */
export const withFilesInside = (text: string): string =>
  text.replace(FILE, (written: string, lines: string) => {
    const bytes = lines.split('\n').map((line) => {
      const [length = 0, ...sixes] = [...line].map((one) => (one.charCodeAt(0) - 32) & 63);
      return Buffer.from(sixes.map((six) => BASE64[six]).join(''), 'base64').subarray(0, length);
    });
    return plainText(Buffer.concat(bytes), null) ?? written;
  });

import { beforeAll, describe, expect, it } from 'vitest';
import { noHistory, type Rules, screen, UnopenedMailError } from '../../src/screening/index.ts';
import { compileRules } from '../../src/screening/rules.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { file, html, mail, multipart, type Part, text } from '../support/mime.ts';
import { FLAGGED, fewRules } from './pool/support.ts';

let rules: Rules;
beforeAll(async () => {
  rules = compileRules(fewRules(), await loadTokenizer());
});

const BYTES = Buffer.from([1, 2, 0, 255, 254, 0, 7]);

/** The band of a mail, or the code of what cannot be opened. */
async function outcome(part: Part, subject = '書類の件'): Promise<string> {
  const bytes = mail(part, { Subject: Buffer.from(subject) });
  try {
    const { assessment } = await screen({ bytes, receivedAt: new Date(0), source: 'test' }, rules, noHistory);
    return assessment.band;
  } catch (error) {
    if (!(error instanceof UnopenedMailError)) throw error;
    return error.code;
  }
}

const ARMOUR = '-----BEGIN PGP MESSAGE-----\n\nhQEMA0rT7zhcEoL2AQf+Kx\n=aB3d\n-----END PGP MESSAGE-----\n';

describe('a mail without words', () => {
  it.each<[label: string, part: Part, code: string]>([
    ['an image alone', file('photo.jpg', BYTES, 'image/jpeg'), 'unopened-image'],
    ['an image as octet-stream', multipart('mixed', [text('\n'), file('IMG_1.HEIC', BYTES)]), 'unopened-image'],
    [
      'an image behind an empty page',
      multipart('related', [html('<p>&nbsp;</p>'), file('a.png', BYTES)]),
      'unopened-image',
    ],
    ['a logo and a PDF', multipart('mixed', [file('a.png', BYTES), file('scan.pdf', BYTES)]), 'unopened-pdf'],
    ['a spreadsheet', file('見積.xls', BYTES, 'application/vnd.ms-excel'), 'unopened-document'],
    ['an archive', file('写真.zip', BYTES, 'application/zip'), 'unopened-archive'],
    ['a voice message', file('msg.amr', BYTES, 'audio/amr'), 'unopened-media'],
    ['winmail.dat', file('winmail.dat', BYTES, 'application/ms-tnef'), 'unopened-winmail'],
    ['what nobody knows', file('data.xyz', BYTES), 'unopened-other'],
    ['S/MIME', file('smime.p7m', BYTES, 'application/pkcs7-mime; smime-type=enveloped-data'), 'encrypted'],
    [
      'PGP/MIME',
      multipart('encrypted', [
        file('v', Buffer.from('Version: 1'), 'application/pgp-encrypted'),
        file('msg.asc', BYTES),
      ]),
      'encrypted',
    ],
    ['PGP in the text', text(ARMOUR), 'encrypted'],
  ])('that is %s is not ordinary', async (_, part, code) => {
    expect(await outcome(part)).toBe(code);
  });

  it('is judged by its subject where that shows something', async () => {
    expect(await outcome(file('photo.jpg', BYTES, 'image/jpeg'), FLAGGED)).toBe('urgent');
  });

  it('is ordinary when there is nothing to open either', async () => {
    expect(await outcome(text('\n'))).toBe('ordinary');
    expect(
      await outcome(multipart('signed', [text('\n'), file('smime.p7s', BYTES, 'application/pkcs7-signature')])),
    ).toBe('ordinary');
  });
});

it('a mail with words is judged by them, whatever hangs on it', async () => {
  for (const one of [file('photo.jpg', BYTES, 'image/jpeg'), file('msg.p7m', BYTES, 'application/pkcs7-mime')])
    expect(await outcome(multipart('mixed', [text('写真をお送りします。'), one]))).toBe('ordinary');
  expect(await outcome(text(`鍵をお持ちなら読めます。\n${ARMOUR}`))).toBe('ordinary');
});

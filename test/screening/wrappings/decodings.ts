import iconv from 'iconv-lite';
import { attachedMail, html, mail, multipart, type Part, text } from '../../support/mime.ts';
import { type Wrapping, whole } from './wrapping.ts';

const BODY = 'お世話になっております。納品書をお送りいたします。';

const utf16 = (big: boolean, declared: string) =>
  whole(`in UTF-16 with a mark, ${big ? 'big' : 'little'} end first, called ${declared}`, (threat) => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(threat, 'utf-16le')]);
    return mail(text(big ? bytes.swap16() : bytes, { declared, transfer: 'base64' }));
  });

/** A part that says of itself what is not so. */
const lying = (part: Part, encoding: string): Part => ({
  ...part,
  headers: { ...part.headers, 'Content-Transfer-Encoding': encoding },
});

/** As `uuencode` writes a file. */
function uuencoded(content: string): string {
  const bytes = Buffer.from(content);
  const lines = Array.from({ length: Math.ceil(bytes.length / 45) }, (_, at) => {
    const piece = bytes.subarray(at * 45, at * 45 + 45);
    const bits = [...Buffer.concat([piece, Buffer.alloc((3 - (piece.length % 3)) % 3)])].map((byte) =>
      byte.toString(2).padStart(8, '0'),
    );
    const sixes = bits.join('').match(/.{6}/g) ?? [];
    const letters = sixes.map((six) => String.fromCharCode(32 + (Number.parseInt(six, 2) || 64)));
    return `${String.fromCharCode(32 + piece.length)}${letters.join('')}`;
  });
  return `begin 644 a.txt\n${lines.join('\n')}\n\`\nend\n`;
}

/** What is not in the encoding that it names, and older ways of writing that mail programs still show. */
export const DECODINGS: readonly Wrapping[] = [
  ...['utf-8', 'us-ascii', 'iso-2022-jp', 'shift_jis'].flatMap((declared) => [
    utf16(false, declared),
    utf16(true, declared),
  ]),
  whole('plain where base64 is said', (threat) => mail(lying(text(threat), 'base64'))),
  whole('plain where base64 is said, in HTML', (threat) => mail(lying(html(`<p>${threat}</p>`), 'base64'))),
  whole('in base64 where 7bit is said', (threat) => mail(lying(text(BODY + threat, { transfer: 'base64' }), '7bit'))),
  whole('in base64 where nothing is said', (threat) => mail(lying(text(BODY + threat, { transfer: 'base64' }), ''))),
  whole('in base64 of a mail called quoted-printable', (threat) =>
    mail(lying(text(BODY + threat, { transfer: 'base64' }), 'quoted-printable')),
  ),
  whole('in a file within the text (uuencode)', (threat) => mail(text(`${BODY}\n${uuencoded(BODY + threat)}`))),
  whole('in text/enriched, split by commands', (threat) =>
    mail(text(`<bold>${[...threat].join('</bold><bold>')}</bold>`, { type: 'text/enriched' })),
  ),
  whole('in text/enriched, behind a parameter', (threat) =>
    mail(text(`<color><param>red</param>${threat}</color>`, { type: 'text/enriched' })),
  ),
  whole('in a page for AMP', (threat) =>
    mail(
      multipart('alternative', [
        text(BODY),
        text(`<html amp4email><body><p>${[...threat].join('<b></b>')}</p></body></html>`, { type: 'text/x-amp-html' }),
      ]),
    ),
  ),
  whole('in a report for people', (threat) =>
    mail(
      multipart('report; report-type=delivery-status', [
        text(threat),
        text('Action: failed', { type: 'message/delivery-status' }),
      ]),
    ),
  ),
  whole('in the reason of a report', (threat) =>
    mail(
      multipart('report; report-type=delivery-status', [
        text('This is the mail system at example.jp.'),
        text(`Reporting-MTA: dns; example.jp\n\nAction: failed\nDiagnostic-Code: smtp; 550 ${threat}`, {
          type: 'message/delivery-status',
        }),
      ]),
    ),
  ),
  whole('in the mail that a report gives back', (threat) =>
    mail(multipart('report; report-type=delivery-status', [text('Undelivered.'), attachedMail(mail(text(threat)))])),
  ),
];

import iconv from 'iconv-lite';
import { calendar, cms, rtf } from '../../support/documents.ts';
import { file, mail, multipart, type Part, text } from '../../support/mime.ts';
import { everyday, type Wrapping, whole } from './wrapping.ts';

const alone = (name: string, part: (threat: string) => Part): Wrapping =>
  whole(name, (threat) => mail(multipart('mixed', [part(threat)])));
const beside = (name: string, part: (threat: string) => Part): Wrapping =>
  whole(`${name}, beside everyday words`, (threat) => mail(multipart('mixed', [text(everyday(1)), part(threat)])));

const xml = (threat: string): Buffer => Buffer.from(`<?xml version="1.0"?><order><note>${threat}</note></order>`);
const page = (threat: string): Buffer => Buffer.from(`<html><body><p>${threat}</p></body></html>`);
const clearSigned = (threat: string): string =>
  `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${threat}\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE\n=Xk2a\n-----END PGP SIGNATURE-----\n`;

const FILES: readonly (readonly [name: string, part: (threat: string) => Part])[] = [
  ['in an invitation', (threat) => text(calendar(threat), { type: 'text/calendar' })],
  ['in an invitation as octet-stream', (threat) => file('invite.ics', calendar(threat))],
  ['in Rich Text', (threat) => file('a.rtf', rtf(threat), 'application/rtf')],
  ['in Rich Text between hidden words', (threat) => file('a.rtf', rtf(threat, 'ありがとう'), 'text/rtf')],
  ['in XML', (threat) => file('a.xml', xml(threat), 'text/xml')],
  ['in a picture of words', (threat) => file('a.svg', xml(threat), 'image/svg+xml')],
  ['in an attached page', (threat) => file('a.html', page(threat), 'text/html')],
  ['in a text as octet-stream', (threat) => file('a.txt', Buffer.from(threat))],
  ['in an attached text in Shift_JIS', (threat) => file('a.txt', iconv.encode(threat, 'shift_jis'), 'text/plain')],
];

/** What a reader finds in the files of a mail, or within its signature. */
export const IN_FILES: readonly Wrapping[] = [
  ...FILES.map(([name, part]) => alone(name, part)),
  ...FILES.map(([name, part]) => beside(name, part)),
  alone('within a signature (S/MIME)', (threat) =>
    file('smime.p7m', cms(mail(text(threat))), 'application/pkcs7-mime'),
  ),
  alone('within a signature, as octet-stream', (threat) => file('smime.p7m', cms(mail(text(threat))))),
  alone('above a signature (multipart/signed)', (threat) =>
    multipart('signed', [text(threat), file('smime.p7s', Buffer.from([0x30, 0]), 'application/pkcs7-signature')]),
  ),
  alone('signed with PGP', (threat) => text(clearSigned(threat))),
];

import type { Attachment } from './message.ts';

/**
 * Why nobody can say what a mail without words says: the code that is written down as the reason of a case 判定不能. Whoever
 * encrypts means one reader; whatever else stays unopened is mostly a scanner, a fax or a newsletter.
 */
export const UNOPENED = [
  'encrypted', // S/MIME, PGP
  'unopened-pdf', // encrypted, broken, or pictures alone
  'unopened-document', // of an office program: encrypted or broken
  'unopened-image',
  'unopened-archive',
  'unopened-media', // sound and film
  'unopened-winmail', // winmail.dat of Outlook
  'unopened-other',
] as const;

export type Unopened = (typeof UNOPENED)[number];

type Named = Pick<Attachment, 'contentType' | 'filename'>;

/** What carries no words for a person: signatures, keys, reports of machines, cards. */
const SAYS_NOTHING =
  /^(application\/(pgp-(signature|keys)|(x-)?pkcs7-signature)|message\/(delivery-status|disposition-notification|feedback-report)|text\/(rfc822-headers|(x-)?vcard))$/;
const SIGNATURE_FILE = /\.(p7s|vcf|sig)$/;

/** By type and by name: much is sent as application/octet-stream. The first that fits, so the order is that of UNOPENED. */
const KINDS: readonly (readonly [code: Unopened, type: RegExp, name: RegExp])[] = [
  ['encrypted', /^application\/((x-)?pkcs7-mime|pgp-encrypted)$/, /\.(p7m|pgp|gpg|asc)$/],
  ['unopened-pdf', /^application\/(x-)?pdf$/, /\.pdf$/],
  [
    'unopened-document',
    /^application\/(msword|rtf|vnd\.(ms-(word|excel|powerpoint|works)|openxmlformats|oasis\.opendocument).*)$/,
    /\.(do[ct][xm]?|xl[st][xmb]?|pp[st][xm]?|od[tsp]|rtf|jtdc?|pages|numbers|key)$/,
  ],
  [
    'unopened-archive',
    /^application\/((x-)?zip.*|(x-)?(7z|rar|lzh|lha|tar|gzip|bzip2?)[\w-]*|vnd\.rar)$/,
    /\.(zip|7z|rar|lzh|tar|t?gz|bz2|xz|cab)$/,
  ],
  ['unopened-media', /^(audio|video)\//, /\.(mp[34g]|m4[av]|wav|wma|wmv|mov|avi|amr|aac|ogg|3gpp?)$/],
  ['unopened-image', /^image\//, /\.(png|jpe?g|gif|bmp|tiff?|heic|heif|webp|svg)$/],
  ['unopened-winmail', /^application\/(vnd\.)?ms-tnef$/, /^winmail.*\.dat$/],
];

/** What the attachments of a mail that says nothing else leave unopened; null when there is nothing to open. */
export function unopenedIn(attachments: readonly Named[]): Unopened | null {
  const codes = new Set(attachments.flatMap((one) => codeOf(one) ?? []));
  return UNOPENED.find((code) => codes.has(code)) ?? null;
}

export function codeOf({ contentType, filename }: Named): Unopened | null {
  const name = filename.toLowerCase();
  if (SAYS_NOTHING.test(contentType) || SIGNATURE_FILE.test(name)) return null;
  const byType = KINDS.find(([, type]) => type.test(contentType));
  return (byType ?? KINDS.find(([, , names]) => names.test(name)))?.[0] ?? 'unopened-other';
}

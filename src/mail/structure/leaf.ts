import type { TransferEncoding } from '../decode/transfer.ts';
import { type Field, firstValue } from '../header.ts';
import { type MediaType, parseMediaType, withoutComments } from './media-type.ts';

/** What becomes of a leaf: text and HTML are read, an attached mail is opened, a file is hashed and listed. */
export type LeafKind = 'text' | 'html' | 'mail' | 'file';

/** A part of a mail that has no parts itself. */
export interface Leaf {
  readonly kind: LeafKind;
  readonly type: string; // image/png, lower case
  readonly charset: string | null; // as declared
  readonly flowed: '' | 'flowed' | 'delsp'; // RFC 3676
  readonly encoding: TransferEncoding;
  readonly naming: { readonly type: string; readonly disposition: string }; // parameters that name the file, as written
  readonly body: Buffer; // still encoded
}

/** What the header of a part says about it. `multipart` is the boundary when it has parts. */
export interface PartHeader {
  readonly boundary: string | null;
  readonly digest: boolean; // its parts are mails unless they say otherwise
  readonly leaf: Omit<Leaf, 'body'>;
}

// Mail clients show the other text types (calendars, tables, cards) as files.
const READ_AS_TEXT = new Set(['text/plain', 'text/enriched', 'text/richtext', 'text/markdown']);
const READ_AS_HTML = new Set(['text/html', 'application/xhtml+xml']);
const VALID_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** `around` tells which part this is: text of the mail itself is read even when it calls itself an attachment. */
export function readPartHeader(fields: readonly Field[], around: 'nothing' | 'multipart' | 'digest'): PartHeader {
  const type = parseMediaType(firstValue(fields, 'content-type') ?? '');
  const disposition = parseMediaType(firstValue(fields, 'content-disposition') ?? '');
  const named = typeOf(type, disposition, around);
  const attached = around !== 'nothing' && disposition.value !== '' && disposition.value !== 'inline';
  const boundary = type.parameters.get('boundary')?.trimEnd() ?? '';
  return {
    boundary: named.startsWith('multipart/') && boundary !== '' ? boundary : null,
    digest: named === 'multipart/digest',
    leaf: {
      kind: kindOf(named, attached),
      type: named,
      charset: type.parameters.get('charset') ?? null,
      flowed: flowedOf(named, type),
      encoding: encodingOf(firstValue(fields, 'content-transfer-encoding') ?? ''),
      naming: { type: type.naming, disposition: disposition.naming },
    },
  };
}

function typeOf(type: MediaType, disposition: MediaType, around: 'nothing' | 'multipart' | 'digest'): string {
  if (VALID_TYPE.test(type.value)) return type.value;
  if (disposition.value === 'attachment') return 'application/octet-stream';
  return type.value === '' && around === 'digest' ? 'message/rfc822' : 'text/plain'; // RFC 2045, 5.2; RFC 2046, 5.1.5
}

function kindOf(type: string, attached: boolean): LeafKind {
  if (type === 'message/rfc822' || type === 'message/global') return 'mail';
  if (attached) return 'file';
  if (READ_AS_HTML.has(type)) return 'html';
  // A multipart that has no parts is broken; clients show it as it is.
  return READ_AS_TEXT.has(type) || type.startsWith('multipart/') ? 'text' : 'file';
}

function flowedOf(type: string, { parameters }: MediaType): Leaf['flowed'] {
  if (type !== 'text/plain' || parameters.get('format')?.toLowerCase() !== 'flowed') return '';
  return parameters.get('delsp')?.toLowerCase() === 'yes' ? 'delsp' : 'flowed';
}

function encodingOf(value: string): TransferEncoding {
  const name = withoutComments(value).toLowerCase();
  return name === 'base64' || name === 'quoted-printable' ? name : '8bit';
}

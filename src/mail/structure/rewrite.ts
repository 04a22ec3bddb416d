import { randomUUID } from 'node:crypto';
import { ends, PART_END } from '../clean.ts';
import { decodeText } from '../decode/charset.ts';
import { toUtf8Words } from '../decode/encoded-words.ts';
import { decodeTransfer, trueEncoding } from '../decode/transfer.ts';
import { withFilesInside } from '../files/uuencoded.ts';
import { TEXT_BYTES, TEXT_CHARACTERS } from '../limits.ts';
import type { MailWarning } from '../message.ts';
import { withoutPadding } from '../padding.ts';
import type { Leaf } from './leaf.ts';

/** A mail that holds the same leaves side by side, its texts in UTF-8: what mailparser reads without surprises. */
export interface Rewritten {
  readonly chunks: readonly Buffer[];
  readonly warnings: readonly MailWarning[];
}

/**
 * Cures before mailparser sees the mail: charsets and nesting are already understood here, so nothing is left to be
 * understood in two ways. The boundary is random, since texts go in unencoded and a sender must not be able to know it.
 */
export function rewrite(leaves: readonly Leaf[]): Rewritten {
  const boundary = randomUUID();
  const warnings = new Set<MailWarning>();
  const chunks: Buffer[] = [Buffer.from(`Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`)];
  for (const leaf of leaves) {
    const { head, body } =
      leaf.kind === 'text' || leaf.kind === 'html' ? rewriteText(leaf, warnings) : rewriteFile(leaf);
    chunks.push(Buffer.from(`--${boundary}\r\n${head.join('\r\n')}\r\n\r\n`), body, Buffer.from('\r\n'));
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`));
  return { chunks, warnings: [...warnings] };
}

interface Part {
  readonly head: readonly string[];
  readonly body: Buffer;
}

const ENRICHED = /^text\/(enriched|richtext)$/;
/** What is no text in them (RFC 1896). */
const COMMANDS = /<param>[^<]*<\/param>|<\/?[a-z][a-z-]{0,59}>/gi;

function rewriteText(leaf: Leaf, warnings: Set<MailWarning>): Part {
  const bytes = decodeTransfer(leaf.body, trueEncoding(leaf.body, leaf.encoding), TEXT_BYTES);
  const { text: decoded, guessed } = decodeText(bytes, leaf.charset);
  const shown = ENRICHED.test(leaf.type) ? decoded.replace(COMMANDS, '') : withFilesInside(decoded);
  const text = withoutPadding(shown);
  if (guessed) warnings.add('charset-guessed');
  if (bytes.length >= TEXT_BYTES || (leaf.kind === 'text' && text.length > TEXT_CHARACTERS)) warnings.add('text-cut');
  const read = leaf.kind === 'html' ? `${text}${PART_END}` : ends(text, TEXT_CHARACTERS);
  const flowed = { '': '', flowed: '; format=flowed', delsp: '; format=flowed; delsp=yes' }[leaf.flowed];
  return {
    head: [
      `Content-Type: text/${leaf.kind === 'html' ? 'html' : 'plain'}; charset=utf-8${flowed}`,
      'Content-Transfer-Encoding: 8bit',
    ],
    body: Buffer.from(read),
  };
}

/** Everything else keeps its bytes and its name. Its type is known to us; a boundary that came along would be followed. */
function rewriteFile({ naming, encoding, body }: Leaf): Part {
  return {
    head: [
      `Content-Type: application/octet-stream${oneLine(naming.type)}`,
      `Content-Disposition: attachment${oneLine(naming.disposition)}`,
      `Content-Transfer-Encoding: ${encoding}`,
    ],
    body,
  };
}

// A raw U+FFFD would make mailparser take the whole line for Latin-1.
const oneLine = (parameters: string): string =>
  toUtf8Words(parameters)
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\uFFFD]/gu, '_');

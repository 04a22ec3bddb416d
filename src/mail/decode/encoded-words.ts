import { decodeText } from './charset.ts';
import { decodeQuotedPrintable } from './transfer.ts';

const WORD = /=\?([^?\s]{1,80})\?([bBqQ])\?([^?]*)\?=/;
const RUN = new RegExp(`${WORD.source}(?:\\s*${WORD.source})*`, 'g');
const EACH = new RegExp(WORD.source, 'g');

/**
 * Encoded words (RFC 2047) as text. Neighbours of one charset are joined as bytes before they are decoded, since many
 * mailers cut inside a character or a JIS state.
 *
 * @example
 * decodeWords('=?utf-8?B?6KaL56mN?= 2026') // → '見積 2026'
 */
export function decodeWords(value: string): string {
  return value.includes('=?') ? value.replace(RUN, decodeRun) : value;
}

/** The same value with every encoded word in UTF-8, still encoded, so that names with commas stay names. */
export function toUtf8Words(value: string): string {
  if (!value.includes('=?')) return value;
  return value.replace(RUN, (run) => `=?utf-8?B?${Buffer.from(decodeRun(run)).toString('base64')}?=`);
}

function decodeRun(run: string): string {
  const groups: { charset: string; bytes: Buffer[] }[] = [];
  for (const [, name = '', kind = '', content = ''] of run.matchAll(EACH)) {
    const charset = name.replace(/\*.*$/, '').toLowerCase(); // without the language of RFC 2231
    const bytes = /b/i.test(kind) ? Buffer.from(content, 'base64') : decodeQ(content);
    const last = groups.at(-1);
    if (last?.charset === charset) last.bytes.push(bytes);
    else groups.push({ charset, bytes: [bytes] });
  }
  return groups.map(({ charset, bytes }) => decodeText(Buffer.concat(bytes), charset).text).join('');
}

const decodeQ = (content: string): Buffer =>
  decodeQuotedPrintable(Buffer.from(content.replaceAll('_', '=20'), 'latin1'));

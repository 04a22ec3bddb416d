import { isUtf8 } from 'node:buffer';
import { cleanLine } from './clean.ts';
import { decodeText } from './decode/charset.ts';
import { decodeWords } from './decode/encoded-words.ts';
import { sniffJapanese } from './decode/sniff.ts';
import { HEADER_BYTES, HEADER_FIELDS } from './limits.ts';

/** One header field. `value` is unfolded and its raw bytes are decoded; encoded words are still in it. */
export interface Field {
  readonly name: string; // as written
  readonly value: string;
}

export interface HeaderBlock {
  readonly fields: readonly Field[];
  readonly bodyStart: number; // offset into the bytes
  readonly cut: boolean; // longer than we read
  readonly guessed: boolean; // raw bytes in a charset nobody declared
}

const FIELD = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/s;
const [LF, CR] = [0x0a, 0x0d];

/**
 * Reads the fields from `start` to the first empty line, or to a line at which `stops` (a delimiter of the multipart
 * around it). Lines that are no fields are passed over; when there is no field at all, everything is body.
 */
export function readHeader(bytes: Buffer, start: number, stops: (lineStart: number) => boolean): HeaderBlock {
  const lines: string[] = [];
  let position = start;
  let cut = false;
  let bodyStart = bytes.length;
  let ended = false; // by an empty line, as it should
  let firstJunk: number | null = null;
  while (position < bytes.length) {
    if (stops(position)) {
      bodyStart = position;
      break;
    }
    const end = bytes.indexOf(LF, position);
    const next = end < 0 ? bytes.length : end + 1;
    if (next - position <= 2 && bytes.toString('latin1', position, next).trim() === '') {
      bodyStart = next;
      ended = true;
      break;
    }
    cut ||= next - start > HEADER_BYTES || lines.length >= HEADER_FIELDS;
    if (!cut) {
      const line = bytes.toString('latin1', position, lineEnd(bytes, position, next));
      if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop()}${line}`);
      else if (FIELD.test(line)) lines.push(line);
      else firstJunk ??= position; // `From ` of an mbox, a forgotten empty line, or no header at all
    }
    position = next;
  }
  if (firstJunk !== null && (lines.length === 0 || !ended)) bodyStart = firstJunk;
  return { ...decodeFields(lines), bodyStart, cut };
}

/** `next` without the line break before it. */
function lineEnd(bytes: Buffer, start: number, next: number): number {
  let end = next;
  if (end > start && bytes[end - 1] === LF) end--;
  while (end > start && bytes[end - 1] === CR) end--;
  return end;
}

/** Raw bytes are UTF-8 (RFC 6532), ISO-2022-JP, or, all fields together, since one alone is too short to tell, sniffed. */
function decodeFields(lines: readonly string[]): Pick<HeaderBlock, 'fields' | 'guessed'> {
  const raw = lines.map((line) => Buffer.from(line, 'latin1'));
  const others = raw.filter((bytes) => !isUtf8(bytes));
  const sniffed = others.length > 0 ? sniffJapanese(Buffer.concat(others)) : null;
  const decoded = raw.map((bytes) => decodeText(bytes, isUtf8(bytes) ? 'utf-8' : sniffed));
  return {
    fields: decoded.map(({ text }) => {
      const [, name = '', value = ''] = FIELD.exec(text) ?? [];
      return { name, value: value.trim() };
    }),
    guessed: others.length > 0 || decoded.some(({ guessed }) => guessed),
  };
}

/** Values of all fields of that name, undecoded words included, in their order. `name` in lower case. */
export function allValues(fields: readonly Field[], name: string): string[] {
  return fields.filter((field) => field.name.toLowerCase() === name).map((field) => field.value);
}

/** The first value of that name, which is the one mail clients show; null when there is none. */
export const firstValue = (fields: readonly Field[], name: string): string | null => allValues(fields, name)[0] ?? null;

/** Twice: some programs encode what was encoded already, and a reader sees what comes out in the end. */
export const decodedValue = (value: string): string => cleanLine(decodeWords(decodeWords(value)));

import { MAX_MAIL_BYTES } from '../source.ts';

/** A mail of an mbox file. */
export interface MboxMail {
  readonly start: number; // offset of its From_ line in the file, bytes
  readonly raw: Uint8Array; // without From_ line and without blank lines at its end
  readonly date: Date | null; // of the From_ line
}

const LINE_FEED = 0x0a;
const LONGEST_LINE = 1024 * 1024; // a longer one is handled in pieces
const FROM = Buffer.from('From ');
/** A bare "From " also begins sentences; the line of a delivery has a time and a year. */
const FROM_LINE = /^From .*\d\d?:\d\d.*\b\d{4}/;
const FROM_DATE = /([A-Z][a-z]{2} +\d{1,2} \d\d:\d\d(?::\d\d)?)(?: ([+-]\d{4}))? (\d{4})(?: ([+-]\d{4}))?/;

/**
 * Splits an mbox file that comes in chunks, of any size, from the start of a mail on (mboxrd: a From_ line begins a
 * mail at the start and after a blank line; one > of >From lines is an escape).
 */
export function createMboxSplitter(offset: number) {
  let position = offset; // of the next byte to handle
  let carry: Buffer = Buffer.alloc(0); // begin of a line whose end has not come yet
  let current: { start: number; date: Date | null; lines: Buffer[]; size: number } | null = null;
  let afterBlank = true;

  function finish(): MboxMail[] {
    if (current === null) return [];
    const { start, date, lines } = current;
    while (lines.length > 0 && isBlank(lines.at(-1)!)) lines.pop();
    return [{ start, date, raw: Buffer.concat(lines) }];
  }

  function handle(line: Buffer): MboxMail[] {
    const start = position;
    position += line.length;
    if (afterBlank && line.subarray(0, 5).equals(FROM) && FROM_LINE.test(line.toString('latin1', 0, 500))) {
      const finished = finish();
      current = { start, date: dateOf(line), lines: [], size: 0 };
      afterBlank = false;
      return finished;
    }
    afterBlank = isBlank(line);
    if (current !== null && current.size < MAX_MAIL_BYTES) {
      const kept = Buffer.from(unescaped(line).subarray(0, MAX_MAIL_BYTES - current.size)); // a copy: chunks are reused
      current.lines.push(kept);
      current.size += kept.length;
    }
    return [];
  }

  return {
    /** The mails that this chunk completes. */
    *push(chunk: Buffer): Generator<MboxMail> {
      const bytes = Buffer.concat([carry, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
        yield* handle(bytes.subarray(start, end + 1));
        start = end + 1;
      }
      carry = Buffer.from(bytes.subarray(start));
      if (carry.length <= LONGEST_LINE) return;
      yield* handle(carry);
      carry = Buffer.alloc(0);
    },
    /** The last mail, at the end of the file; it may be about to grow. */
    *end(): Generator<MboxMail> {
      if (carry.length > 0) yield* handle(carry);
      yield* finish();
    },
  };
}

const isBlank = (line: Buffer): boolean =>
  line[0] === LINE_FEED || (line.length === 2 && line[0] === 0x0d && line[1] === LINE_FEED);

function unescaped(line: Buffer): Buffer {
  if (line[0] !== 0x3e) return line;
  let quotes = 1;
  while (line[quotes] === 0x3e) quotes++;
  return line.subarray(quotes, quotes + 5).equals(FROM) ? line.subarray(1) : line;
}

/** The time is UTC unless a zone is given (RFC 4155). */
function dateOf(line: Buffer): Date | null {
  const [, dayAndTime, before, year, behind] = FROM_DATE.exec(line.toString('latin1', 0, 500)) ?? [];
  const date = new Date(`${dayAndTime} ${year} ${before ?? behind ?? '+0000'}`);
  return Number.isNaN(date.getTime()) ? null : date;
}

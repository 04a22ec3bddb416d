import { MAX_MAIL_BYTES } from '../source.ts';

/** How long to wait before looking again at a file that may still be written. */
export const SETTLE_MS = 100;
const UNFINISHED_SETTLE_MS = 2_000; // for a file that ends like a torn one
const OLD_MS = 10_000; // nobody writes any more to what was last changed so long ago

/**
 * Tells files that are being written from finished ones: by two looks between which nothing changed. Our own clock
 * measures the time between them; a file server's may differ.
 */
export interface Settling {
  /** Whether a file, first seen with this stamp a while ago, may be read. */
  mayRead(file: { readonly key: string; readonly stamp: string; readonly modifiedAt: Date }): boolean;
  /** Whether what was read may be taken for whole; else the file is looked at again. */
  mayTake(file: { readonly key: string; readonly stamp: string }, raw: Uint8Array): boolean;
  /** Forgets all files but these. */
  retain(waiting: ReadonlySet<string>): void;
}

export function createSettling(): Settling {
  const seen = new Map<string, { readonly stamp: string; readonly since: number; wait: number }>();
  return {
    mayRead({ key, stamp, modifiedAt }) {
      if (Date.now() - modifiedAt.getTime() > OLD_MS) return true;
      const known = seen.get(key);
      if (known?.stamp === stamp) return performance.now() - known.since >= known.wait;
      seen.set(key, { stamp, since: performance.now(), wait: SETTLE_MS });
      return false;
    },
    mayTake({ key, stamp }, raw) {
      const known = seen.get(key);
      if (known?.stamp !== stamp || looksWhole(raw)) return true;
      const waited = performance.now() - known.since >= UNFINISHED_SETTLE_MS;
      known.wait = UNFINISHED_SETTLE_MS;
      return waited;
    },
    retain(waiting) {
      for (const key of seen.keys()) if (!waiting.has(key)) seen.delete(key);
    },
  };
}

/** A mail ends with a line end and, when it has parts, with the last boundary. Some do not: they only wait longer. */
export function looksWhole(raw: Uint8Array): boolean {
  if (raw.length >= MAX_MAIL_BYTES) return true;
  if (raw.at(-1) !== 0x0a) return false;
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const text = bytes.toString('latin1', 0, HEADER_BYTES);
  const [header] = text.split(/\r?\n\r?\n/, 1);
  if (header === undefined || header.length === text.length) return bytes.length > HEADER_BYTES; // no body yet
  const [, quoted, bare] =
    /^content-type:\s*multipart\/[^\n]*(?:\n[ \t][^\n]*)*?boundary=(?:"([^"\n]+)"|([^\s;"]+))/im.exec(header) ?? [];
  const boundary = quoted ?? bare;
  return boundary === undefined || bytes.includes(`--${boundary}--`, 0, 'latin1');
}

const HEADER_BYTES = 64 * 1024;

type State = 'ascii' | 'kanji' | 'supplement' | 'kana';

const [ESC, SO, SI, LF] = [0x1b, 0x0e, 0x0f, 0x0a];
const SINGLE_SHIFT_KANA = 0x8e;
const SINGLE_SHIFT_SUPPLEMENT = 0x8f;
const INVALID = 0xff; // in EUC-JP; decodes to U+FFFD

/** After ESC: what is read from there on. JIS X 0213 is read as the JIS X 0208 it extends. */
const ESCAPES: readonly (readonly [sequence: string, state: State])[] = [
  ['$(D', 'supplement'],
  ['$(@', 'kanji'],
  ['$(B', 'kanji'],
  ['$(O', 'kanji'],
  ['$(Q', 'kanji'],
  ['$@', 'kanji'],
  ['$B', 'kanji'],
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(H', 'ascii'],
  ['(I', 'kana'],
];

/** Whether the bytes switch to a Japanese character set as ISO-2022-JP does, or shift to kana by SO and back by SI. */
export function looksLikeJis(bytes: Buffer): boolean {
  if (bytes.includes(ESC)) {
    for (const [sequence, state] of ESCAPES) {
      if (state !== 'ascii' && bytes.includes(`\x1b${sequence}`, 0, 'latin1')) return true;
    }
  }
  const shift = bytes.indexOf(SO);
  return shift >= 0 && bytes.indexOf(SI, shift) > shift + 1;
}

/**
 * ISO-2022-JP with everything that is sent under its name (CP50220, CP50221: half-width kana by ESC ( I, by SO and SI,
 * as 8-bit bytes; NEC and IBM kanji; lines that forget to go back to ASCII), as EUC-JP, byte for byte decodable.
 * Decoders of ISO-2022-JP differ in each of these; every EUC-JP decoder agrees.
 */
export function jisToEuc(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length * 2);
  let length = 0;
  let state: State = 'ascii';
  let shifted = false; // between SO and SI
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === ESC) {
      const found = ESCAPES.find(([sequence]) => bytes.toString('latin1', i + 1, i + 1 + sequence.length) === sequence);
      if (found) {
        state = found[1];
        i += found[0].length;
        continue;
      }
    }
    if (byte === SO || byte === SI) {
      shifted = byte === SO;
    } else if (byte >= 0xa1 && byte <= 0xdf) {
      length = put(out, length, SINGLE_SHIFT_KANA, byte);
    } else if (byte >= 0x80) {
      length = put(out, length, INVALID);
    } else if (byte <= 0x20 || byte === 0x7f) {
      length = put(out, length, byte);
      if (byte === LF) [state, shifted] = ['ascii', false];
    } else if (shifted || state === 'kana') {
      length = byte <= 0x5f ? put(out, length, SINGLE_SHIFT_KANA, byte | 0x80) : put(out, length, INVALID);
    } else if (state === 'ascii') {
      length = put(out, length, byte);
    } else {
      const trail = bytes[i + 1] ?? 0;
      if (trail < 0x21 || trail > 0x7e) {
        length = put(out, length, INVALID);
        continue;
      }
      if (state === 'supplement') length = put(out, length, SINGLE_SHIFT_SUPPLEMENT);
      length = put(out, length, byte | 0x80, trail | 0x80);
      i++;
    }
  }
  return out.subarray(0, length);
}

function put(out: Buffer, at: number, ...bytes: number[]): number {
  for (const byte of bytes) out[at++] = byte;
  return at;
}

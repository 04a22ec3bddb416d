import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { clean } from '../clean.ts';
import { jisToEuc, looksLikeJis } from './jis.ts';
import { isChinese, japaneseDespite, sniffJapanese } from './sniff.ts';

export interface Decoded {
  readonly text: string; // clean
  readonly guessed: boolean; // the declared charset was missing or wrong
}

/** Names under which the Japanese charsets and UTF-8 travel, beyond those iconv-lite knows. */
const ALIASES: readonly (readonly [name: RegExp, charset: string])[] = [
  [/utf-?7/, 'utf-7'],
  [/^(x-)?utf-?8|^unicode-1-1-utf-8|^cp65001$/, 'utf-8'],
  [/^(cs)?iso-?2022-?jp|^(x-)?(cp|windows-)5022\d|^(x-)?jis/, 'iso-2022-jp'],
  [/euc-?jp/, 'euc-jp'],
  [/s(hift)?[-_]?jis|^(x-)?(ms|cp|windows-)(932|943|31j)|^ms_kanji/, 'shift_jis'],
];

/** Declared by programs that never thought about it: says no more than no declaration. Transfer encodings too. */
const MEANINGLESS =
  /^(us-)?ascii|^ansi_x3|^(iso-?)?8859-?15?$|^iso-8859-15?$|^latin-?[19]$|^(windows-|cp)1252$|bit$|binary|base64|hex/;

/**
 * Text from bytes, whatever they were declared as: ISO-2022-JP is known by its escapes, UTF-8 by being valid; a declared
 * charset is believed when the bytes fit it; the rest is sniffed. Never throws.
 */
export function decodeText(bytes: Buffer, declared: string | null): Decoded {
  const believed = charsetNamed(declared);
  const charset = choose(bytes, believed);
  return { text: clean(decodeAs(bytes, charset)), guessed: charset !== believed && charset !== 'ascii' };
}

function choose(bytes: Buffer, believed: string | null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'; // by its mark, whatever is declared
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const utf8 = isUtf8(bytes);
  const ascii = isAscii(bytes);
  if (looksLikeJis(bytes) && (ascii || !utf8)) return 'iso-2022-jp';
  if (ascii) return believed !== null && isWrittenIn(bytes, believed) ? believed : 'ascii';
  if (utf8) {
    // Two-byte sequences alone may be half-width kana of Shift_JIS or kanji of EUC; longer ones cannot be chance.
    const certain = bytes.some((byte) => byte >= 0xe0);
    return !certain && believed !== null && fits(bytes, believed) ? believed : 'utf-8';
  }
  if (believed !== null && believed !== 'utf-8' && fits(bytes, believed))
    return japaneseDespite(bytes, believed) ?? believed;
  if (isDamagedUtf8(bytes)) return 'utf-8';
  if (isChinese(bytes)) return 'gb18030';
  return sniffJapanese(bytes) ?? (believed === null || believed === 'utf-8' ? 'windows-1252' : believed);
}

const SURE_KANA = 4;

function charsetNamed(declared: string | null): string | null {
  const name = declared?.trim().toLowerCase() ?? '';
  const alias = ALIASES.find(([pattern]) => pattern.test(name));
  if (alias) return alias[1];
  return name === '' || MEANINGLESS.test(name) || !iconv.encodingExists(name) ? null : name;
}

function decodeAs(bytes: Buffer, charset: string): string {
  switch (charset) {
    case 'ascii':
      return bytes.toString('latin1');
    case 'utf-8':
      return new TextDecoder('utf-8').decode(bytes);
    case 'iso-2022-jp':
      return iconv.decode(jisToEuc(bytes), 'euc-jp');
    default:
      return iconv.decode(bytes, charset);
  }
}

const fits = (bytes: Buffer, charset: string): boolean => !decodeAs(bytes, charset).includes('\uFFFD');

/** Charsets whose text may be ASCII bytes alone. */
function isWrittenIn(bytes: Buffer, charset: string): boolean {
  if (charset === 'utf-7') return /\+[A-Za-z0-9+/]{3,}/.test(bytes.toString('latin1')) && fits(bytes, charset);
  return charset.startsWith('utf-16') || charset.startsWith('utf-32');
}

/** UTF-8 with a few bytes broken or its end cut off: still far more whole Japanese characters than broken ones. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.replace(/\uFFFD$/, '').split(/\uFFFD+/).length - 1;
  const kana = text.match(/[\u3041-\u30FA]/g)?.length ?? 0; // by three bytes each, which stand so in no other charset
  return kana >= SURE_KANA || (text.match(/[\u0800-\uFFFC]/g)?.length ?? 0) > broken * 4;
}

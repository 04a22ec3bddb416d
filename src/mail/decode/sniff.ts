import iconv from 'iconv-lite';

const NON_ASCII = /[^\0-\x7f]+/gu;
const FULL_WIDTH_KANA = /[\u3041-\u30FA]/;
const IMPOSSIBLE = /[\uFFFD\uE000-\uF8FF]/g; // undecodable, or in a private area
const DENSE = 1.5; // characters beyond ASCII that stand side by side, on average
const BROKEN_SHARE = 0.05; // of the characters beyond ASCII, in a text that is only damaged

/**
 * Which of the two 8-bit Japanese charsets the bytes are written in; null when they look like neither, as in a
 * Western text where single accented letters stand among ASCII.
 */
export function sniffJapanese(bytes: Buffer): 'shift_jis' | 'euc-jp' | null {
  const euc = judge(iconv.decode(bytes, 'euc-jp'));
  const sjis = judge(iconv.decode(bytes, 'shift_jis'));
  if (!euc.japanese && !sjis.japanese) return null;
  if (euc.japanese !== sjis.japanese) return euc.japanese ? 'euc-jp' : 'shift_jis';
  if (euc.broken !== sjis.broken) return euc.broken < sjis.broken ? 'euc-jp' : 'shift_jis';
  // Both read without a fault: bytes A1 to DF. Real EUC text has kana; else they are half-width kana of Shift_JIS.
  return euc.kana ? 'euc-jp' : 'shift_jis';
}

/** Charsets in which Japanese is written too, with kana where they stand in EUC-JP. */
const WITH_KANA = /^(?:gb|hz|big5|euc-?tw|shift_jis|euc-jp)/;
const KANA = /[\u3041-\u30FA]/g;
const KANA_SHARE = 0.3; // of the characters beyond ASCII; Japanese sentences have about half
const DIFFERENT_KANA = 4;

/**
 * The Japanese charset that bytes are in although another was declared that they fit as well: read so, they are Japanese sentences
 * without a fault. A row of Korean or Cyrillic letters is no such sentence.
 */
export function japaneseDespite(bytes: Buffer, declared: string): 'shift_jis' | 'euc-jp' | null {
  if (WITH_KANA.test(declared)) return null;
  const found = sniffJapanese(bytes);
  if (found === null) return null;
  const text = iconv.decode(bytes, found);
  const kana = text.match(KANA) ?? [];
  const characters = (text.match(NON_ASCII) ?? []).reduce((sum, run) => sum + run.length, 0);
  const isJapanese = kana.length >= characters * KANA_SHARE && new Set(kana).size >= DIFFERENT_KANA;
  return isJapanese && !/[\uFFFD\uE000-\uF8FF]/.test(text) ? found : null;
}

/** What nearly every Chinese sentence has, as it is written on the mainland. */
const FREQUENT = /[的是不我你们这有在了么请]/g;
const FREQUENT_SHARE = 0.06; // of the characters beyond ASCII

/** Whether bytes are Chinese in GB18030. Japanese in EUC-JP, read so, has its kana; in Shift_JIS it has hardly a frequent character. */
export function isChinese(bytes: Buffer): boolean {
  const text = iconv.decode(bytes, 'gb18030');
  const characters = (text.match(NON_ASCII) ?? []).reduce((sum, run) => sum + run.length, 0);
  const frequent = text.match(FREQUENT)?.length ?? 0;
  return frequent > 1 && frequent >= characters * FREQUENT_SHARE && !/[\u3041-\u30FA\uFFFD\uE000-\uF8FF]/.test(text);
}

function judge(text: string): { japanese: boolean; broken: number; kana: boolean } {
  const runs = text.match(NON_ASCII) ?? [];
  const characters = runs.reduce((sum, run) => sum + run.length, 0);
  const broken = text.match(IMPOSSIBLE)?.length ?? 0;
  const kana = FULL_WIDTH_KANA.test(text);
  const dense = characters >= DENSE * runs.length; // Japanese characters stand side by side
  return { japanese: broken <= characters * BROKEN_SHARE && (kana || dense), broken, kana };
}

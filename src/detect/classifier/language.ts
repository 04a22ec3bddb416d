import { wordGroups } from '../../util/language-files.ts';

/** Languages that have a judge of their own. */
export const JUDGED_LANGUAGES = ['ja', 'en', 'zh'] as const;
export type JudgedLanguage = (typeof JUDGED_LANGUAGES)[number];

/** What a sentence is written in; null: nothing tells it (numbers, an address, two words). */
export type Tongue = JudgedLanguage | 'other';

const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;
const NO_WORDS = /https?:\/\/\S+|[\w.+-]+@[\w.-]+/g;
/** Letters that English does not have. */
const ACCENTED = /(?![a-z])\p{Script=Latin}/u;

/** So many Latin letters weigh as much as one Japanese or Chinese character. */
const LATIN_WEIGHT = 4;

/**
 * In which language each sentence of a mail is written: by its script, small words and characters that only one has. A sentence that
 * tells nothing goes with its neighbours; 山田太郎 alone, with a mail in Japanese around it, is Japanese.
 *
 * @param sentences folded
 * @example
 * languagesOf(['お世話になります。', '契約書送付', '您好,请问什么时候发货?']) // → ['ja', 'ja', 'zh']
 */
export function languagesOf(sentences: readonly string[]): (Tongue | null)[] {
  const read = sentences.map(scriptOf);
  const certain = read.map((one) => one.tongue);
  const near = { han: nearest(certain, fits.han), latin: nearest(certain, fits.latin) };
  return read.map(({ tongue, script }, at) =>
    script === null ? tongue : (tongue ?? near[script](at) ?? alone[script]),
  );
}

type Script = 'han' | 'latin';
interface Read {
  readonly tongue: Tongue | null;
  readonly script: Script | null; // of a sentence that says no more than that
}

/** What a sentence of a script may be, by its neighbours: in a Japanese mail all that is short is Japanese. */
const fits: Readonly<Record<Script, readonly Tongue[]>> = { han: ['ja', 'zh'], latin: ['ja', 'zh', 'en', 'other'] };
/** And without any. */
const alone: Readonly<Record<Script, Tongue>> = { han: 'zh', latin: 'en' };

/** Of each place the nearest one that is among some languages, of two as near the one before it. In one pass each way: a mail may be nothing but scraps. */
function nearest(all: readonly (Tongue | null)[], among: readonly Tongue[]): (at: number) => Tongue | null {
  const isAmong = all.map((tongue) => tongue !== null && among.includes(tongue));
  const before: number[] = [];
  const after: number[] = [];
  for (let at = 0, last = Number.NEGATIVE_INFINITY; at < all.length; at++) before[at] = last = isAmong[at] ? at : last;
  for (let at = all.length - 1, next = Number.POSITIVE_INFINITY; at >= 0; at--)
    after[at] = next = isAmong[at] ? at : next;
  return (at) => all[at - before[at]! <= after[at]! - at ? before[at]! : after[at]!] ?? null;
}

function scriptOf(sentence: string): Read {
  const text = sentence.replace(NO_WORDS, ' ');
  const { letters, kana, han, latin } = countLetters(text);
  if (letters === 0) return { tongue: null, script: null };
  if ((letters - kana - han - latin) * 2 > letters) return { tongue: 'other', script: null };
  if ((kana + han) * LATIN_WEIGHT < latin) return latinOf(text);
  if (kana > han / 5) return { tongue: 'ja', script: null };
  const signs = han > 0 ? chineseSigns(text) : 'none';
  if (signs === 'sure') return { tongue: 'zh', script: null };
  if (kana > 0 || holds(text, words().ja)) return { tongue: 'ja', script: null };
  return { tongue: signs === 'likely' ? 'zh' : null, script: 'han' };
}

/** Of each script; what every mail is made of by its number, for patterns take far longer. */
function countLetters(text: string) {
  let [kana, han, latin, rest] = [0, 0, 0, ''];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) latin += 1;
    else if ((code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x30fa)) kana += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) han += 1;
    else if (code >= 0x80) rest += text[at];
  }
  const letters = latin + kana + han;
  if (rest === '') return { letters, kana, han, latin };
  const [further, otherHan, otherLatin] = [LETTER, HAN, LATIN].map((what) => rest.match(what)?.length ?? 0);
  return { letters: letters + further!, kana, han: han + otherHan!, latin: latin + otherLatin! };
}

function latinOf(text: string): Read {
  const { en, others } = words();
  const all = text.match(/[\p{L}']+/gu)?.map((word) => word.replace(/'.*/, '')) ?? [];
  const english = all.filter((word) => en.has(word)).length;
  const foreign = all.filter((word) => others.has(word) && !en.has(word)).length;
  const accented = ACCENTED.test(text);
  if (foreign > english || (accented && english === 0)) return { tongue: 'other', script: null };
  return { tongue: english > 0 && english >= all.length / ENGLISH_IN ? 'en' : null, script: 'latin' };
}

/** One small word in so many is English at least. */
const ENGLISH_IN = 8;

/** Sure by one character that Japanese does not write, likely by two that it rarely writes without kana. */
function chineseSigns(text: string): 'sure' | 'likely' | 'none' {
  const { zh, often, japanese } = words();
  const seen = new Set<string>();
  for (const [character] of text.matchAll(HAN)) {
    if (zh.has(character) || !japanese.has(character)) return 'sure';
    if (often.has(character)) seen.add(character);
  }
  return seen.size >= 2 ? 'likely' : 'none';
}

function holds(text: string, characters: ReadonlySet<string>): boolean {
  for (const character of text) if (characters.has(character)) return true;
  return false;
}

interface Words {
  readonly en: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly zh: ReadonlySet<string>;
  readonly often: ReadonlySet<string>;
  readonly ja: ReadonlySet<string>;
  readonly japanese: ReadonlySet<string>; // all that JIS X 0208 and its extensions have
}

/** Made when a mail is first judged. */
let made: Words | null = null;
function words(): Words {
  if (made !== null) return made;
  const {
    en,
    others,
    zh,
    'zh-often': often,
    ja,
  } = wordGroups<'en' | 'others' | 'zh' | 'zh-often' | 'ja'>('tongues.yaml');
  made = {
    en: new Set(en),
    others: new Set(others),
    zh: new Set(zh),
    often: new Set(often),
    ja: new Set(ja),
    japanese: japaneseCharacters(),
  };
  return made;
}

/** Of Windows' Shift_JIS, row by row. */
function japaneseCharacters(): Set<string> {
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder('shift_jis').decode(Uint8Array.from(bytes)));
}

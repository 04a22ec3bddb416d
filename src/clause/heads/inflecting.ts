import type { Token } from '../../text/index.ts';
import { correct } from '../corrections.ts';
import { type Endings, type Forms, INFLECTIONS, parseEndings } from '../endings/index.ts';
import { inflectionOf, stemOf } from '../endings/of-ipadic.ts';
import { fold } from '../words/index.ts';
import type { Head, Scan } from './head.ts';
import { withoutPlan } from './nominal.ts';
import { isVerb, startOf } from './tokens.ts';

/** Where kuromoji's form has to do, for old inflections. */
const PLAIN: Forms = [['', 'U']];
const FORMS_OF_IPADIC: readonly (readonly [string, Forms])[] = [
  ['基本形', PLAIN],
  ['未然', [['', 'A']]],
  ['連用タ', [['', 'T']]],
  ['連用テ', [['', 'Ku']]],
  ['連用', [['', 'I']]],
  ['仮定', [['', 'E']]],
  ['命令', [['', 'M']]],
  ['体言接続', PLAIN],
];

/** Verbs that make no compound with the one before them: お渡しする. */
const AUXILIARY = new Set(
  'する いたす 致す くださる 下さる いただく 頂く なる いる ある ござる できる 来る くる 行く いく'.split(' '),
);

/** In their て-form, of what follows: 全員まとめて始末する. */
const ADVERBIAL = new Set('まとめ 改め あらため 揃っ そろっ 重ね 続け 合わせ 限っ'.split(' '));

/** A verb or adjective as kuromoji sees it. Adverbs made of adjectives (早く返せ) are none. */
export function inflecting(scan: Scan, i: number): Head | null {
  const { text, tokens, isBoundary } = scan;
  const token = tokens[i]!;
  if ((!isVerb(token) && token.pos[0] !== '形容詞') || token.pos[1] === '接尾') return null;
  const next = tokens[i + 1];
  if (isVerb(token) && token.conjugation === '連用形' && next?.surface === 'を') return null; // 菓子折りを
  if (isCompound(scan, i)) {
    const second = inflecting({ ...scan, tokens: tokens.slice(i + 1, i + 4) }, 0);
    if (second !== null) return { ...second, start: startOf(tokens, i), lemma: fold(token.surface + second.lemma) };
  }
  const { lemma: dictionary, conjugationType } = corrected(text, token);
  const kind = isVerb(token) && dictionary !== 'いい' ? 'verb' : 'adjective';
  const endings = endingsOf(scan, i, dictionary, conjugationType);
  if (endings === null) return null;
  if (ADVERBIAL.has(token.surface) && endings.names.join(' ') === 'base.T pres.Te') return null;
  if (kind === 'adjective' && endings.form === 'Ku' && next !== undefined && !/^[、,]/.test(next.surface)) return null;
  const lemma = fold(dictionary);
  if (kind === 'adjective')
    return { start: startOf(tokens, i), end: token.end, lemma, kind, endings: withoutPlan(endings, token.end - 1) };
  return { start: startOf(tokens, i), end: token.end, lemma, kind, endings };

  function endingsOf({ text }: Scan, at: number, word: string, type: string | null): Endings | null {
    const inflection = inflectionOf(type ?? '', word);
    const { start, end, conjugation } = tokens[at]!;
    if (inflection !== null) {
      const stem = stemOf(word, inflection);
      const found = text.startsWith(stem, start)
        ? parseEndings(text, start + stem.length, INFLECTIONS[inflection], isBoundary)
        : null;
      if (found !== null) return found;
    }
    const forms = FORMS_OF_IPADIC.find(([name]) => conjugation?.startsWith(name))?.[1] ?? PLAIN;
    return parseEndings(text, end, forms, isBoundary);
  }
}

/** The word a token is a form of, where IPADIC errs the right one. */
export const corrected = (text: string, token: Token): Pick<Token, 'lemma' | 'conjugationType'> =>
  correct(token, [text.slice(Math.max(0, token.start - 1), token.start), text.slice(token.end, token.end + 2)]) ??
  token;

/** 蹴り飛ばす, 送りつける: two verbs, the first in its joining form. */
export function isCompound({ tokens }: Pick<Scan, 'tokens'>, i: number): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1];
  return (
    token.conjugation === '連用形' &&
    token.surface.length > 1 &&
    !/[匂臭]い$/.test(token.surface) &&
    isVerb(next) &&
    next!.pos[1] === '自立' &&
    !AUXILIARY.has(next!.lemma) &&
    isVerb(token)
  );
}

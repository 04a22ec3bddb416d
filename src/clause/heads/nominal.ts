import type { Token } from '../../text/index.ts';
import { type Endings, type Forms, INFLECTIONS, parseEndings } from '../endings/index.ts';
import { isSign } from '../sign.ts';
import { fold, personOf, speltNounAt } from '../words/index.ts';
import type { Head, Scan } from './head.ts';
import { isNoun, startOf } from './tokens.ts';

/** お前 at the end of 殺すぞお前 is called, not said. */
const isSide = (word: string): boolean => /^(?:speaker|addressee)$/.test(personOf(word) ?? '');

const SAID: Forms = [['', 'Nx'], ...INFLECTIONS.da];
/** Particles that may follow a noun that is said of somebody. */
const AFTER = /^(?:か|よ|ね|と|って|さ|の|やで|やん|かも|なんて|とか|が|じゃ|ちゃ|かい|くせに)/;
const END = /^[\s。．.!?！？」』)）w笑…‥]*$|^[」』。！？!?]/u;

/** What makes somebody or something of the noun before it: 詐欺師だ, 不適合者が. */
const MAKES = new Set('者 師 品 犯 屋 家 人 魔 症 族 団 官 員 坊 狂 漢 鬼 獣 物 女 男 野郎'.split(' '));

export const isMade = (next: Token | undefined): boolean => next !== undefined && MAKES.has(next.surface);

/** この無能が! */
const exclaimed = (text: string, at: number): Endings | null =>
  text[at] === 'が' && END.test(text.slice(at + 1, at + 20))
    ? { names: ['base.Nx', 'final.X'], form: 'X', end: at + 1 }
    : null;

export function speltNoun({ text, tokens, isBoundary }: Scan, i: number): Head | null {
  const { start } = tokens[i]!;
  const known = speltNounAt(text, start);
  if (known === undefined) return null;
  const end = start + known[0].length;
  if (text.startsWith('ほど', end)) return null; // あほほど食べた
  const endings = exclaimed(text, end) ?? parseEndings(text, end, SAID, isBoundary);
  return endings && isBoundary(endings.end) ? { start, end, lemma: known[1], kind: 'noun', endings } : null;
}

/** A noun that is said of somebody: 無能だ, お前はバカか, この無能。 */
export function nominal({ text, tokens, isBoundary }: Scan, i: number): Head | null {
  const token = tokens[i]!;
  if (!isNoun(token) || isSign(token) || /^(?:非自立|数|接尾)$/.test(token.pos[1] ?? '')) return null;
  const made = isMade(tokens[i + 1]) ? 1 : 0;
  const many = /^(?:ら|たち|達|ども|共|め)$/.test(tokens[i + 1 + made]?.surface ?? '') ? 1 : 0;
  const next = tokens[i + 1 + made + many];
  if (
    /^(?:誰|だれ|何|なに|どこ|いつ|どれ|どっち|いくつ)$/.test(token.surface) &&
    next?.surface === 'か' &&
    !END.test(text.slice(next.end, next.end + 40))
  )
    return null; // 誰か殺してくれ
  const last = tokens[i + made + many]!;
  if (isNoun(next) && !isSign(next!) && next!.pos[1] !== '非自立') return null;
  if (
    next?.pos[0] === '助詞' &&
    !AFTER.test(next.surface) &&
    !/^(?:では|じゃ)(?:あり|ござ|な)/.test(text.slice(next.start))
  )
    return null;
  const kind = made === 0 && token.pos[1] === '形容動詞語幹' ? 'adjective' : 'noun';
  const word = made === 0 ? token.lemma : text.slice(token.start, tokens[i + 1]!.end);
  const head = { start: startOf(tokens, i), end: last.end, lemma: fold(word), kind } as const;
  const cried = exclaimed(text, last.end);
  if (cried !== null) return { ...head, endings: cried };
  if (/^(?:みたいな|のような|ごとき)/.test(text.slice(last.end, last.end + 4))) return null; // お前みたいな無能
  const endings = parseEndings(text, last.end, SAID, isBoundary);
  if (endings === null) return null;
  if (endings.names.at(-1) === 'ask.X' && /^[にをん]/.test(text.slice(endings.end))) return null; // 猿よけに, 荷物のけん
  const bare = endings.names.length === 1 && endings.form === 'Nx';
  if (/^base\.[TI]$/.test(endings.names[0]!) && next?.pos[0] !== '助動詞') return null; // なにやっとる
  if (isSide(token.lemma) && endings.names.every((name) => /^(?:base\.Nx|final\.X)$/.test(name))) return null; // わたしね
  if (
    bare &&
    personOf(token.lemma) !== null &&
    /[ぁ-ん][、,][^、,。]*$/.test(text.slice(Math.max(0, token.start - 12), token.start))
  )
    return null; // 燃えればいい、お前の店
  if (bare && (!END.test(text.slice(last.end, last.end + 40)) || isSide(token.lemma))) return null;
  if (
    endings.names.length === 2 &&
    endings.names[0] === 'base.Nx' &&
    endings.names[1]!.startsWith('to.') &&
    next?.pos[2] !== '引用'
  )
    return null;
  if (endings.names[0] === 'base.Te' && next?.pos[0] !== '助動詞') return null;
  return { ...head, endings: withoutPlan(endings, last.end) };
}

/** 変な気がする, 悪い気持ち: only a verb is planned. */
export const withoutPlan = (endings: Endings, at: number): Endings =>
  endings.names[1]?.startsWith('planned.') ? { names: endings.names.slice(0, 1), form: 'U', end: at + 1 } : endings;

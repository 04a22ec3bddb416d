import type { Token, Tokenize } from '../../text/index.ts';
import { adjective, godan, ichidan, kuru, negation, suru, wish } from './conjugate.ts';
import type { Forms, Inflected } from './forms.ts';
import { slang } from './slang.ts';

/** The forms of the last word of a folded text; null when it stands in no dictionary form, which is meant as written. */
export function inflect(text: string, tokenize: Tokenize): Inflected | null {
  const tokens = tokenize(text);
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const before = tokens.at(-2) ?? null;
  if (last.surface === 'いる' && before !== null && /[てで]$/.test(before.surface)) {
    const te = before.surface;
    return { head: text.slice(0, before.start), forms: progressive(te.slice(0, -1), te.endsWith('で')) };
  }
  const unknown = slang(text);
  if (unknown !== null) return unknown;
  const forms = conjugate(last, before);
  return forms && { head: text.slice(0, last.start), forms };
}

/** IPADIC has する as a spelling of 擦る, and 割る in a class of its own making. */
const MISTAKEN: Readonly<Record<string, string>> = { する: 'サ変・スル', 割る: '五段・ラ行' };

/** Conjugation classes are IPADIC's. */
function conjugate(token: Token, before: Token | null): Forms | null {
  const base = token.surface;
  const type = MISTAKEN[base] ?? token.conjugationType ?? '';
  if (token.conjugation !== '基本形' || base !== token.lemma) return null;
  if (token.pos[0] === '形容詞') return adjective(base.slice(0, -1));
  if (type.startsWith('特殊・ナイ')) return negation(before?.surface ?? '');
  if (type.startsWith('特殊・タイ')) return wish;
  if (token.pos[0] !== '動詞') return null;
  if (type.startsWith('五段')) return godan(base, type);
  if (type.startsWith('一段')) return ichidan(base.slice(0, -1));
  if (type.startsWith('サ変')) return suru(base.slice(0, -2), before === null && base === 'する');
  if (type.startsWith('カ変')) return kuru(base);
  return null;
}

/** What makes 黙って a 黙ってる with the る gone: 黙ってた, 黙ってない, 黙ってます. */
const AFTER_TE = '(>た|て|ない|なか|なく|なけ|なきゃ|ねえ|ます|まし|ませ|へん|んじゃ)';

/** 黙っている is an ichidan verb, and so is 黙ってる; 黙っておる and 黙っとる are godan verbs. */
function progressive(stem: string, voiced: boolean): Forms {
  const [te, to] = voiced ? ['で', 'ど'] : ['て', 'と'];
  const all = [
    ichidan(`${stem}${te}い`),
    ichidan(`${stem}${te}`, AFTER_TE),
    godan(`${stem}${te}おる`),
    godan(`${stem}${to}る`),
    { any: [`${stem}${te}ん(>の|ね|な|だ|で|や|と)`], imperative: [], negativeIf: [], volitional: [] },
  ];
  return {
    any: all.flatMap(({ any }) => any),
    imperative: all.flatMap(({ imperative }) => imperative),
    negativeIf: all.flatMap(({ negativeIf }) => negativeIf),
    volitional: all.flatMap(({ volitional }) => volitional),
  };
}

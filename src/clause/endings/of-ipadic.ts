import type { Inflection } from './forms.ts';

/** The inflection behind a conjugation type of IPADIC; null for old ones (四段, 下二), which are left to kuromoji's forms. */
export function inflectionOf(type: string, lemma: string): Inflection | null {
  if (type.startsWith('五段・ラ行特殊')) return 'irassharu';
  if (type.startsWith('五段・カ行促音便')) return 'iku';
  const row = /^五段・([カガサタナバマラワ])行/.exec(type)?.[1];
  if (row !== undefined) return 'kgstnbmrw'['カガサタナバマラワ'.indexOf(row)] as Inflection;
  if (type === '一段・クレル') return 'kureru';
  if (type.startsWith('一段')) return 'ichidan';
  if (type.startsWith('サ変')) return lemma.endsWith('ずる') ? null : 'suru';
  if (type.startsWith('カ変')) return lemma.endsWith('来る') ? 'kurukanji' : 'kuru';
  if (type.startsWith('形容詞')) return 'adjective';
  return null;
}

/** How much of the end of a dictionary form is inflection. */
export const stemOf = (lemma: string, inflection: Inflection): string =>
  inflection === 'suru' || inflection === 'kuru' || inflection === 'kurukanji'
    ? lemma.slice(0, -2)
    : lemma.slice(0, -1);

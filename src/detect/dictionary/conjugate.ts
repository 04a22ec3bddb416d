import type { Token } from '../../text/index.ts';

/** The forms of an inflecting word, as pieces of regular expression. */
export interface Forms {
  readonly any: readonly string[]; // every form, cut where the tokenizer cuts it
  readonly imperative: readonly string[]; // 〜しろ, 〜しなさい, 〜してくれ, 〜せんかい
  readonly negativeIf: readonly string[]; // 〜しないなら, 〜しなければ, 〜せんかったら
  readonly volitional: readonly string[]; // 〜してやる, 〜しよう, 〜するぞ
}

const ROWS = [
  'わいうえお',
  'かきくけこ',
  'がぎぐげご',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'ばびぶべぼ',
  'まみむめも',
  'らりるれろ',
];

/** Sound change before て, by the last kana of the dictionary form (学校文法 音便). */
const TE: Readonly<Record<string, string>> = {
  う: 'って',
  く: 'いて',
  ぐ: 'いで',
  す: 'して',
  つ: 'って',
  ぬ: 'んで',
  ぶ: 'んで',
  む: 'んで',
  る: 'って',
};

/** What may follow the bare stem of an ichidan verb; the stem ends there, as it does for the tokenizer. */
const AFTER_STEM = '(?=[てたなまさらずぬんちとやへ、]|$)';

/** 払え is no imperative in 払えば, 払えない, 払える. */
const NOT_POTENTIAL = '(?![ばなるたてま])';

/**
 * All forms of `token`, which stands in its dictionary form; null when it is no inflecting word or stands in another
 * form, which then is to be taken as written. Conjugation classes are IPADIC's.
 */
export function conjugate(token: Token): Forms | null {
  const type = token.conjugationType ?? '';
  const base = token.surface;
  if (token.conjugation !== '基本形' || base !== token.lemma) return null;
  if (token.pos[0] === '形容詞') return adjective(base.slice(0, -1));
  if (type.startsWith('特殊・ナイ'))
    return onlyAny(['ない', 'なく', 'なかっ', 'なけれ', 'ねえ', 'ねー', 'ね(?=[んよだ])', 'ん', 'へん', 'ぬ']);
  if (type.startsWith('特殊・タイ')) return onlyAny(['たい', 'たく', 'たかっ', 'たけれ', 'てえ']);
  if (token.pos[0] !== '動詞') return null;
  if (type.startsWith('五段')) return godan(base, type);
  if (type.startsWith('一段')) return ichidan(base.slice(0, -1), base);
  if (type.startsWith('サ変')) return suru(base.slice(0, -2));
  if (type.startsWith('カ変')) return kuru(base);
  return null;
}

const onlyAny = (any: string[]): Forms => ({ any, imperative: any, negativeIf: any, volitional: any });

function adjective(stem: string): Forms {
  return onlyAny(['い', 'く', 'かっ', 'けれ', 'さ', 'すぎ', 'そう', 'き'].map((end) => stem + end));
}

function godan(base: string, type: string): Forms {
  const last = base.slice(-1);
  const stem = base.slice(0, -1);
  const row = ROWS.find((kana) => kana[2] === last) ?? ROWS[8]!;
  const [a, i, u, e, o] = [...row].map((kana) => stem + kana) as [string, string, string, string, string];
  const te = stem + (type.includes('促音便') ? 'って' : TE[last]!);
  const any = [a, `${o}う`, te.slice(0, -1), i, u, e, ...(last === 'る' ? [`${stem}ん`] : [])];
  if (type.includes('特殊')) any.push(`${stem}い`); // くださる → ください
  return { any, ...classes({ imperative: `${e}${NOT_POTENTIAL}`, i, te, nai: a, volitional: `${o}う`, plain: u }) };
}

function ichidan(stem: string, base: string): Forms {
  const any = [base, `${stem}れ`, `${stem}ろ`, `${stem}よう`, `${stem}よ`, `${stem}${AFTER_STEM}`];
  return {
    any,
    ...classes({
      imperative: `${stem}(?:ろ|よ(?!う))`,
      i: stem,
      te: `${stem}て`,
      nai: stem,
      volitional: `${stem}よう`,
      plain: base,
    }),
  };
}

function suru(stem: string): Forms {
  const any = ['する', 'すれ', 'すん', 'しろ', 'せよ', 'しよう', 'しとけ', 'し', 'さ(?=[れせ])', 'せ(?=[ずんぬ])'].map(
    (end) => stem + end,
  );
  return {
    any,
    ...classes({
      imperative: `${stem}(?:しろ|せよ|せえ|しいや)`,
      i: `${stem}し`,
      te: `${stem}して`,
      nai: `${stem}[しせ]`,
      volitional: `${stem}しよう`,
      plain: `${stem}する`,
    }),
  };
}

function kuru(base: string): Forms {
  const kanji = base.startsWith('来');
  const [i, ko, ku] = kanji ? ['来', '来', '来'] : ['き', 'こ', 'く'];
  const any = [
    base,
    `${ku}れ`,
    `${ko}い`,
    `${ko}よう`,
    `${ko}られ`,
    `${i}${AFTER_STEM}`,
    ...(kanji ? [] : [`${ko}(?=な)`]),
  ];
  return {
    any,
    ...classes({ imperative: `${ko}い`, i: i!, te: `${i}て`, nai: ko!, volitional: `${ko}よう`, plain: base }),
  };
}

interface Stems {
  readonly imperative: string;
  readonly i: string;
  readonly te: string;
  readonly nai: string;
  readonly volitional: string;
  readonly plain: string;
}

/** The three classes an author can ask for by name, over all registers and the commonest dialect forms. */
function classes({ imperative, i, te, nai, volitional, plain }: Stems): Omit<Forms, 'any'> {
  const t = te.slice(0, -1);
  const voiced = te.endsWith('で');
  return {
    imperative: [
      `${imperative}`,
      `${i}(?:なさい|やがれ|たまえ|なはれ|いや|さらせ)`,
      `${te}(?:くれ(?!て|ま)|もらおう|もらう(?!こと)|もらいます|いただきます|いただこう|みろ|こい|来い|ほしいもんだ)`,
      `${t}${voiced ? '[どで]' : '[とて]'}(?:け|いてくれ|おけ)`,
      `${nai}(?:んかい|んか(?=[。!?い]|$)|んかったら)`,
      `${plain}(?:こと(?=[。!]|$)|ように(?=[。!]|$)|べきだ|べし|んだ(?=[。!よ]|$))`,
    ],
    negativeIf: [
      `${nai}(?:ないなら|なければ|ないと|なきゃ|なかったら|ない(?:場合|とき|時|限り|のなら|のであれば|ようなら)|ねえなら|ねえと|ねば|ぬなら|ん(?:なら|と|かったら|場合|ようなら|のやったら)|へん(?:なら|かったら|のやったら))`,
      `${i}ません(?:と|なら|でしたら|場合)`,
      `${nai}(?:れ|られ)?ない(?:場合|なら|ようなら)`,
    ],
    volitional: [
      `${volitional}`,
      `${te}(?:や(?:る|ろう|っから|んぞ|るよ|ります)|あげ(?:る|ます|よう)|みせる)`,
      `${t}${voiced ? '[だど]' : '[たち]'}(?:る(?=[。!でわかからぞ]|$)|ろか|ろう(?=か)|ゃる|ゃうぞ)`,
      `${plain}(?:ぞ|からな|つもり|まで(?=[だ。で])|気|わよ|かも(?:しれ|な|よ))`,
      `${i}に(?:行く|行き|いく|いき|参り|伺い|うかがい|来る|くる)`,
    ],
  };
}

import { KANA_ROWS, TE_FORMS } from '../../text/index.ts';
import type { Forms } from './forms.ts';
import { verbClasses } from './verb-classes.ts';

/** What may follow the bare stem of an ichidan verb; the stem ends there, as it does for the tokenizer. */
const AFTER_STEM = '(>て|た|な|ま|さ|ら|ず|ぬ|ん|ち|と|や|へ|、|{文末})';

/** 払え is no imperative in 払えば, 払えない, 払える. */
const NOT_POTENTIAL = '(!ば|な|る|た|て|ま)';

const onlyAny = (any: readonly string[]): Forms => ({ any, imperative: any, negativeIf: any, volitional: any });

/** たい behind a verb. */
export const wish: Forms = onlyAny(['たい', 'たく', 'たかっ', 'たけれ', 'てえ']);

/** ん of こん, しん, でん … is rarely a negation; what follows tells. */
const CERTAINLY_NEGATION = '(>かっ|かい|やろ|わ|ぞ|から|くせに|のに)';

/** ない behind the verb stem `before`. */
export function negation(before: string): Forms {
  const n = /^[ぁ-ゖ]$/.test(before) ? `ん${CERTAINLY_NEGATION}` : 'ん';
  return onlyAny(['ない', 'なく', 'なかっ', 'なけれ', 'ねえ', 'ねー', 'ね(>ん|よ|だ)', n, 'へん', 'ぬ']);
}

export const adjective = (stem: string): Forms =>
  onlyAny(['い', 'く', 'かっ', 'けれ', 'さ', 'すぎ', 'そう', 'き'].map((end) => stem + end));

/** @param type IPADIC's, which tells 行く (促音便) and くださる (特殊) from their like. */
export function godan(base: string, type = ''): Forms & { readonly te: string } {
  const last = base.slice(-1);
  const stem = base.slice(0, -1);
  const row = KANA_ROWS.find((kana) => kana[2] === last) ?? KANA_ROWS[8]!;
  const [a, i, u, e, o] = [...row].map((kana) => stem + kana) as [string, string, string, string, string];
  const te = stem + (type.includes('促音便') ? 'って' : TE_FORMS[last]!);
  const any = [a, `${o}う`, te.slice(0, -1), i, u, e, ...(last === 'る' ? [`${stem}ん`] : [])];
  if (type.includes('特殊')) any.push(`${stem}い`); // くださる → ください
  const classes = verbClasses({ imperative: `${e}${NOT_POTENTIAL}`, i, te, nai: a, volitional: `${o}う`, plain: u });
  return { any, te, ...classes };
}

/** @param afterStem what must follow where the bare stem stands for a form. */
export function ichidan(stem: string, afterStem = AFTER_STEM): Forms {
  const base = `${stem}る`;
  return {
    any: [base, `${stem}れ`, `${stem}ろ`, `${stem}よう`, `${stem}よ`, `${stem}${afterStem}`],
    ...verbClasses({
      imperative: `${stem}(ろ|よ(!う))`,
      i: stem,
      te: `${stem}て`,
      nai: stem,
      volitional: `${stem}よう`,
      plain: base,
    }),
  };
}

/** Behind the noun it makes a verb of, する may be a single kana. */
const SURU = ['する', 'すれ', 'すん', 'しろ', 'せよ', 'しよう', 'しとけ', 'し', 'さ(>れ|せ)', 'せ(>ず|ん|ぬ)'];
/** Without that noun し and せ would be found in any でした and ません. */
const LONE_SURU = [
  ...['する', 'すれ(>ば)', 'すん(>な|の|だ|じゃ|ね)', 'しろ', 'せよ', 'しよう', 'しとけ', 'さ(>れ|せ)'],
  'し(>て|ない|なけ|なかっ|なさ|ます|まし|ませ|や)',
];

export function suru(stem: string, lone: boolean): Forms {
  const ends = lone ? LONE_SURU : SURU;
  return {
    any: ends.map((end) => stem + end),
    ...verbClasses({
      imperative: `${stem}(しろ|せよ|せえ|しいや)`,
      i: `${stem}し`,
      te: `${stem}して`,
      nai: `${stem}(し|せ)`,
      volitional: `${stem}しよう`,
      plain: `${stem}する`,
    }),
  };
}

export function kuru(base: string): Forms {
  const kanji = base.startsWith('来');
  const [i, ko, ku] = kanji ? ['来', '来', '来'] : ['き', 'こ', 'く'];
  const any = [base, `${ku}れ`, `${ko}い`, `${ko}よう`, `${ko}られ`, `${i}${AFTER_STEM}`];
  if (!kanji) any.push(`${ko}(>な)`);
  return {
    any,
    ...verbClasses({ imperative: `${ko}い`, i: i!, te: `${i}て`, nai: ko!, volitional: `${ko}よう`, plain: base }),
  };
}

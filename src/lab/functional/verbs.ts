import { KANA_ROWS, TE_FORMS } from '../../text/index.ts';

/**
 * The forms of school grammar that a template may ask for: 殺し(ます), 殺して, 殺した, 殺さ(ない), 殺そう, 殺せ, 殺せ(ば),
 * 殺され(る). The passive's stem is an ichidan verb without its る.
 */
export const VERB_FORMS = ['連用', 'て', 'た', '未然', '意向', '命令', '仮定', '受身'] as const;
export type VerbForm = (typeof VERB_FORMS)[number];

/** Behind い or え in kana る makes an ichidan verb, but for these. */
const GODAN_ALL_THE_SAME = /(しゃべ|いじ|かじ|ちぎ|ののし|なじ|ねじ|ほじ|しくじ|にぎ|はし|すべ)る$/;
const ICHIDAN = /([いきぎしじちにひびみりえけげせぜてでねへべめれ]|[見寝出着得煮似])る$/;
const KURU = /(^|[てでにへをが、])(くる|来る)$/;

/** A phrase that ends in a verb's dictionary form, in another form: 店に火をつける, 意向 → 店に火をつけよう. Null for no verb. */
export function verbForm(phrase: string, form: VerbForm): string | null {
  const stem = phrase.slice(0, -1);
  if (phrase.endsWith('する')) return phrase.slice(0, -2) + SURU[form];
  if (KURU.test(phrase)) return phrase.slice(0, -2) + (phrase.endsWith('来る') ? COME : KURU_FORMS)[form];
  if (ICHIDAN.test(phrase) && !GODAN_ALL_THE_SAME.test(phrase)) return stem + ICHIDAN_ENDS[form];
  return godan(stem, phrase.slice(-1), form);
}

const SURU: Readonly<Record<VerbForm, string>> = {
  連用: 'し',
  て: 'して',
  た: 'した',
  未然: 'し',
  意向: 'しよう',
  命令: 'しろ',
  仮定: 'すれ',
  受身: 'され',
};

const COME: Readonly<Record<VerbForm, string>> = {
  連用: '来',
  て: '来て',
  た: '来た',
  未然: '来',
  意向: '来よう',
  命令: '来い',
  仮定: '来れ',
  受身: '来られ',
};

const KURU_FORMS: Readonly<Record<VerbForm, string>> = {
  連用: 'き',
  て: 'きて',
  た: 'きた',
  未然: 'こ',
  意向: 'こよう',
  命令: 'こい',
  仮定: 'くれ',
  受身: 'こられ',
};

const ICHIDAN_ENDS: Readonly<Record<VerbForm, string>> = {
  連用: '',
  て: 'て',
  た: 'た',
  未然: '',
  意向: 'よう',
  命令: 'ろ',
  仮定: 'れ',
  受身: 'られ',
};

function godan(stem: string, last: string, form: VerbForm): string | null {
  const row = KANA_ROWS.find((kana) => kana[2] === last);
  if (row === undefined) return null;
  const te = last === 'く' && /[行逝い]$/.test(stem) ? 'って' : TE_FORMS[last]!;
  switch (form) {
    case '連用':
      return stem + row[1];
    case 'て':
      return stem + te;
    case 'た':
      return stem + te.replace('て', 'た').replace('で', 'だ');
    case '未然':
      return stem + row[0];
    case '意向':
      return `${stem}${row[4]}う`;
    case '命令':
    case '仮定':
      return stem + row[3];
    case '受身':
      return `${stem}${row[0]}れ`;
  }
}

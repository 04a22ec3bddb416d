import type { Act } from '../detect/index.ts';

/**
 * What two laws of fair trading name that may lie beside an act: for a person to look at, never a finding. Both ask first who commissions what to
 * whom, which no mail tells.
 *
 * Sources: 取適法 (製造委託等に係る中小受託事業者に対する代金の支払の遅延等の防止に関する法律, in force 2026-01-01, until then 下請法), article 5;
 * フリーランス法 (特定受託事業者に係る取引の適正化等に関する法律, in force 2024-11-01), article 5.
 */
export const TRADING_POINTS = ['reduction', 'low-price', 'no-talks', 'benefit', 'redo'] as const;
export type TradingPoint = (typeof TRADING_POINTS)[number];

type Bilingual = Readonly<Record<'ja' | 'en', string>>;

interface TradingTag {
  readonly name: Bilingual;
  readonly where: Bilingual; // law and article
  readonly look: Bilingual; // what a person looks at
}

/** Acts beside which each lies. Refusing to talk is no act of its own: the register of talks has it, too. */
const OF_ACT: Readonly<Partial<Record<Act, readonly TradingPoint[]>>> = {
  'discount-demand': ['reduction', 'low-price', 'no-talks'],
  'free-work-or-rush': ['benefit', 'redo'],
};

export const TRADING_TAGS: Readonly<Record<TradingPoint, TradingTag>> = {
  reduction: {
    name: { ja: '代金の減額', en: 'Reducing the price' },
    where: {
      ja: '取適法5条1項3号、フリーランス法5条1項2号',
      en: '取適法 art. 5 (1) iii, フリーランス法 art. 5 (1) ii',
    },
    look: {
      ja: '発注の前か後か。発注のときに決めた額、下げるよう求められた額と日、当社の側に理由があるか。',
      en: 'Whether it was before or after the order; the price agreed, the cut that was asked for and its day, and whether we gave a reason.',
    },
  },
  'low-price': {
    name: { ja: '買いたたき', en: 'Setting a markedly low price' },
    where: {
      ja: '取適法5条1項5号、フリーランス法5条1項4号',
      en: '取適法 art. 5 (1) v, フリーランス法 art. 5 (1) iv',
    },
    look: {
      ja: '同じような仕事に通常払われる額との差、原価の資料、額を決めるまでの協議の経過。',
      en: 'The gap to what is usually paid for such work, papers on costs, and how the price was talked about.',
    },
  },
  'no-talks': {
    name: { ja: '協議に応じない一方的な代金決定', en: 'Setting the price without talks' },
    where: { ja: '取適法5条2項4号', en: '取適法 art. 5 (2) iv' },
    look: {
      ja: '費用の変動などの事情、当社が協議を求めた日と方法、相手の返事、求めた説明や資料が示されたか。',
      en: 'What changed in costs; when and how we asked for talks, what they said, and whether they explained what we asked about.',
    },
  },
  benefit: {
    name: { ja: '不当な経済上の利益の提供要請', en: 'Asking for benefits' },
    where: {
      ja: '取適法5条2項2号、フリーランス法5条2項1号',
      en: '取適法 art. 5 (2) ii, フリーランス法 art. 5 (2) i',
    },
    look: {
      ja: '契約の範囲と求められた作業や品、対価の有無、断ったときに示された不利益。',
      en: 'What the contract covers and what was asked for, whether it is paid, and what was threatened if we declined.',
    },
  },
  redo: {
    name: { ja: '不当な給付内容の変更・やり直し', en: 'Changing or redoing work' },
    where: {
      ja: '取適法5条2項3号、フリーランス法5条2項2号',
      en: '取適法 art. 5 (2) iii, フリーランス法 art. 5 (2) ii',
    },
    look: {
      ja: '変更ややり直しの指示の日と内容、当社の側に理由があるか、費用を誰が負担するか、納期。',
      en: 'When and what was to be changed or redone, whether we gave a reason, who pays for it, and the time given.',
    },
  },
};

/**
 * What may lie beside these acts, each once.
 *
 * @example
 * tradingPointsOf(['free-work-or-rush', 'insult-person']) // → ['benefit', 'redo']
 */
export const tradingPointsOf = (acts: readonly Act[]): TradingPoint[] =>
  TRADING_POINTS.filter((point) => acts.some((act) => OF_ACT[act]?.includes(point)));

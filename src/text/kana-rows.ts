/** The rows of the kana table that five-step verbs are inflected in, by their last kana; わ stands for the row of 買う. */
export const KANA_ROWS = [
  'わいうえお',
  'かきくけこ',
  'がぎぐげご',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'ばびぶべぼ',
  'まみむめも',
  'らりるれろ',
] as const;

/** Sound change before て, by the last kana of the dictionary form (学校文法 音便). */
export const TE_FORMS: Readonly<Record<string, string>> = {
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

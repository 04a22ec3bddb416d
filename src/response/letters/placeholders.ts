import type { LetterField } from './kinds.ts';

/** How a field is called between braces in a template. Both names work in every template, whatever the language of the letter. */
export const PLACEHOLDERS: Readonly<Record<LetterField, Readonly<Record<'ja' | 'en', string>>>> = {
  date: { ja: '日付', en: 'date' },
  recipient: { ja: '宛先', en: 'recipient' },
  sender: { ja: '差出人', en: 'sender' },
  company: { ja: '自社名', en: 'company' },
  case: { ja: '案件番号', en: 'case' },
  contact: { ja: '連絡先', en: 'contact' },
  acts: { ja: '行為', en: 'acts' },
  staff: { ja: '担当者', en: 'staff' },
  facts: { ja: '事実', en: 'facts' },
  quotes: { ja: '引用', en: 'quotes' },
  demand: { ja: 'ご要望', en: 'demand' },
  answer: { ja: '回答', en: 'answer' },
  request: { ja: 'お願い', en: 'request' },
  'reply-by': { ja: '回答期限', en: 'reply_by' },
  effective: { ja: '効力日', en: 'effective' },
  clause: { ja: '契約条項', en: 'clause' },
  rule: { ja: '決まり', en: 'rule' },
};

/** Within the quotes, which are repeated one after another. */
export const QUOTE_PLACEHOLDERS = {
  when: { ja: '日時', en: 'when' },
  words: { ja: '言葉', en: 'words' },
} as const;

const FIELD_OF: ReadonlyMap<string, LetterField> = new Map(
  Object.entries(PLACEHOLDERS).flatMap(([field, names]) =>
    Object.values(names).map((name) => [name, field as LetterField] as const),
  ),
);

const QUOTE_NAMES: ReadonlySet<string> = new Set(
  Object.values(QUOTE_PLACEHOLDERS).flatMap((names) => Object.values(names)),
);

/** The field that a placeholder stands for; null for none. */
export const fieldOfPlaceholder = (name: string): LetterField | null => FIELD_OF.get(name) ?? null;

/** Whether a placeholder belongs between those of the quotes. */
export const isQuotePlaceholder = (name: string): boolean => QUOTE_NAMES.has(name);

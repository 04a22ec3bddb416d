import type { LetterKind, LetterLanguage } from './kinds.ts';

/** What a letter calls itself where a file has a title: nothing that blames whoever sees a list of files. */
export const LETTER_TITLES: Readonly<Record<LetterLanguage, Readonly<Record<LetterKind, string>>>> = {
  ja: {
    notice: '通知書',
    cooperation: 'ご協力のお願い',
    talks: '協議のお申し入れ',
    'calm-reply': '回答書',
    'limited-apology': 'お詫びとご報告',
    'factual-reply': '回答書',
    refusal: '回答書',
    'end-of-dialogue': '回答書',
    warning: '警告書',
    termination: 'お取引終了の通知書',
    'immediate-termination': '契約解除の通知書',
  },
  en: {
    notice: 'Notice',
    cooperation: 'Request for cooperation',
    talks: 'Request for talks',
    'calm-reply': 'Reply',
    'limited-apology': 'Apology and report',
    'factual-reply': 'Reply',
    refusal: 'Reply',
    'end-of-dialogue': 'Reply',
    warning: 'Warning',
    termination: 'Notice of the end of business',
    'immediate-termination': 'Notice of termination',
  },
};

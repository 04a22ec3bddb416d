import type { CaseKind, CaseStatus } from '../../cases/index.ts';
import type { Band } from '../../detect/index.ts';

/** Japanese first, English beside it. */
export const both = (ja: string, en: string): string => `${ja} / ${en}`;

export const BAND_WORDS: Readonly<Record<Band, string>> = {
  urgent: '至急 urgent',
  review: '要確認 review',
  grey: '微妙 grey',
  ordinary: '通常 ordinary',
};

export const UNREADABLE = '判定不能 unreadable';

export const STATUS_WORDS: Readonly<Record<CaseStatus, string>> = {
  open: '未判断 open',
  approved: '認定 approved',
  dismissed: '却下 dismissed',
};

export const KIND_WORDS: Readonly<Record<CaseKind, string>> = {
  mail: 'メール mail',
  unreadable: UNREADABLE,
  report: '相談 report',
};

/** The language of what is told in one only: that of the reader's terminal, Japanese where it does not say. */
export const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): 'ja' | 'en' =>
  /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'ja';

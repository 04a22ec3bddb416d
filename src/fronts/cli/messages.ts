import { AsyncLocalStorage } from 'node:async_hooks';
import type { CaseKind, CaseStatus } from '../../cases/index.ts';
import type { Band } from '../../detect/index.ts';

export type Language = 'ja' | 'en';

const spoken = new AsyncLocalStorage<Language>();

/** Does something, and says whatever is said meanwhile in this language. */
export const speaking = <T>(language: Language, act: () => T): T => spoken.run(language, act);

/** In which language the command that runs speaks; Japanese outside of one. */
export const language = (): Language => spoken.getStore() ?? 'ja';

/** What is said, in the language of the command that runs. */
export const say = (ja: string, en: string): string => (language() === 'en' ? en : ja);

const WORDS: Readonly<Record<Language, Readonly<Record<Band | CaseStatus | CaseKind, string>>>> = {
  ja: {
    ...{ urgent: '至急', review: '要確認', grey: '微妙', ordinary: '通常' },
    ...{ open: '未判断', approved: '認定', dismissed: '却下', merged: 'まとめ済み' },
    ...{ mail: 'メール', unreadable: '判定不能', report: '相談' },
  },
  en: {
    ...{ urgent: 'urgent', review: 'review', grey: 'grey', ordinary: 'ordinary' },
    ...{ open: 'open', approved: 'approved', dismissed: 'dismissed', merged: 'merged' },
    ...{ mail: 'mail', unreadable: 'unreadable', report: 'consultation' },
  },
};

/** The word for a band, a status or a kind of case. */
export const word = (of: Band | CaseStatus | CaseKind): string => WORDS[language()][of];

/**
 * The language of a command: what `--lang` says, else the terminal's, Japanese where that does not say.
 *
 * @example
 * languageOf(['cases', 'list', '--lang', 'en'], {}) // → 'en'
 * languageOf([], { LANG: 'en_US.UTF-8' }) // → 'en'
 */
export function languageOf(argv: readonly string[], { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='));
  const asked = at < 0 ? undefined : options[at] === '--lang' ? options[at + 1] : options[at]!.slice('--lang='.length);
  if (asked === 'ja' || asked === 'en') return asked;
  return /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'ja';
}

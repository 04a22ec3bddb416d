export type { EntryMood, FrameName } from './clause-names.ts';
export { type ClauseRule, type ClauseWord, type Step, USUAL_MOODS } from './clause-rule.ts';
export { compileDictionary, type DictionaryFile } from './compile.ts';
export { parsePhrase } from './parse-phrase.ts';
export type { Phrase, PhraseNode } from './phrase.ts';
export { type Bilingual, GROUPS, type Group, type Scoring } from './schema.ts';
export * from './types.ts';

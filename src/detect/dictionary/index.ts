export { type EntryMood, type FrameName, PERSON_NAMES, type PersonName } from './clause-names.ts';
export { type ClauseRule, type ClauseWord, type Step, USUAL_MOODS } from './clause-rule.ts';
export { compileDictionary } from './compile.ts';
export { OVERLAY } from './overlay.ts';
export { parsePhrase } from './parse-phrase.ts';
export { compileRule, onlyRules, withRule } from './patch.ts';
export type { Phrase, PhraseNode } from './phrase.ts';
export { type Bilingual, GROUPS, type Group, isEntryId, type Scoring } from './schema.ts';
export * from './types.ts';

export { type EntryMood, type FrameName, PERSON_NAMES, type PersonName } from './clause-names.ts';
export { type ClauseRule, type ClauseWord, type Step, USUAL_MOODS } from './clause-rule.ts';
export { compileDictionary } from './compile.ts';
export { parsePhrase } from './parse-phrase.ts';
export { compileRule, onlyRules, withRule } from './patch.ts';
export type { Phrase, PhraseNode } from './phrase.ts';
export {
  type Bilingual,
  GROUPS,
  type Group,
  isEntryId,
  OTHER_LANGUAGES,
  type OtherLanguages,
  type Scoring,
} from './schema.ts';
export { askedBy } from './site/earlier-entries.ts';
export { OVERLAY, siteFile } from './site/overlay.ts';
export { RELEASE, releaseOf } from './site/release.ts';
export * from './types.ts';

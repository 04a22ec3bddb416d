export { type DictionaryChange, dictionaryChangeById, dictionaryChanges, type NewDictionaryChange } from './changes.ts';
export {
  type FeedbackWork,
  feedbackById,
  feedbackOfCase,
  feedbackWork,
  handleFeedback,
} from './feedback-work.ts';
export { type KeptCase, keptCases } from './kept-cases.ts';
export { lockDictionaries, siteFiles, siteRuleOf, siteRules, siteStamp, writeSiteRule } from './site-rules.ts';

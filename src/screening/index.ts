export { compileInThread } from './compile-in-thread.ts';
export { dictionaryFolder, readDictionaryFiles, readFolderInUse } from './dictionary-folder.ts';
export { type LiveRules, type SiteFiles, watchRules } from './live-rules.ts';
export { ownSentences } from './own-sentences.ts';
export { type PackedRules, packRules, type ReadRules, rulesOver } from './packed-rules.ts';
export {
  type AssessedMail,
  type AssessMail,
  clausesOf,
  type HistoryOf,
  type Mail,
  noHistory,
  ownLength,
  type Rules,
  readMail,
  screen,
} from './pipeline.ts';
export type { ReadMessage } from './read-message.ts';
export { type RuleFiles, readRuleFiles, type TrainedFiles } from './rule-files.ts';
export {
  checkDictionaryFolder,
  compiledRules,
  compileRules,
  judgesOf,
  loadDictionary,
  loadReadRules,
  loadRules,
  shipRules,
  usableRules,
} from './rules.ts';
export { UnopenedMailError } from './unopened.ts';

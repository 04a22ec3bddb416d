export {
  type DictionaryFolder,
  dictionaryFolder,
  openDictionaryFolder,
  type UnwrittenCause,
  UnwrittenFileError,
} from './dictionary-folder.ts';
export { watchRules } from './hot-reload.ts';
export {
  type AssessedMail,
  type AssessMail,
  clausesOf,
  type HistoryOf,
  type Mail,
  noHistory,
  ownLength,
  ownSentences,
  type ReadMessage,
  type Rules,
  readMail,
  screen,
} from './pipeline.ts';
export {
  checkDictionaryFolder,
  compileRules,
  loadDictionary,
  loadRules,
  type RuleFiles,
  readRuleFiles,
} from './rules.ts';

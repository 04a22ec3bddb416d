export * from './assess.ts';
export * from './assessment.ts';
export { type CheckReport, checkDictionary, type MeantHit, meantHits } from './check.ts';
export { ACT_VIEW, probabilityOf, TOLD } from './classifier/acts.ts';
export { type Classifier, classifierOver, createClassifier, type Judgement } from './classifier/classifier.ts';
export { hashedFeatures, type Readable } from './classifier/features.ts';
export { VIEWS, type View, viewOf } from './classifier/hash.ts';
export { JUDGED_LANGUAGES, type JudgedLanguage } from './classifier/language.ts';
export {
  ClassifierModel,
  type FlatClassifier,
  flattenModel,
  type LearnedFeature,
  packModel,
} from './classifier/model.ts';
export { oddsTogether, SENTENCE_SMOOTHING } from './classifier/sentences.ts';
export { type ByLanguage, classifierOf, sentencesIn } from './classifier/several.ts';
export { type ReadClause, readClauses } from './clauses.ts';
export * from './dictionary/index.ts';
export { type Explanation, explain, isWorrying } from './explanation/explain.ts';
export { type Gloss, glossOf } from './explanation/gloss.ts';
export { problemsInWords, problemWords } from './explanation/problem-words.ts';
export { decidingStep, type Step } from './explanation/steps.ts';
export { dictionaryOver, type FlatDictionary, flattenDictionary } from './flat/dictionary.ts';
export * from './judging/band.ts';
export { findHits, type Hit, type Line, type OwnSentence, toLines } from './match.ts';
export { meaningOf } from './meaning.ts';
export { currentAssessment } from './stored-assessment.ts';

export * from './assess.ts';
export * from './assessment.ts';
export { type CheckReport, checkDictionary } from './check.ts';
export {
  type Classifier,
  ClassifierModel,
  createClassifier,
  type Judgement,
  packModel,
} from './classifier/classifier.ts';
export { hashedFeatures } from './classifier/features.ts';
export { type ReadClause, readClauses } from './clauses.ts';
export * from './dictionary/index.ts';
export { type Explanation, explain } from './explanation/explain.ts';
export { findHits, type Hit, type OwnSentence, toLines } from './match.ts';
export { meaningOf } from './meaning.ts';
export { currentAssessment } from './stored-assessment.ts';

export * from './assess.ts';
export * from './assessment.ts';
export { type CheckReport, checkDictionary } from './check.ts';
export { ClassifierModel, createClassifier, packModel, type Reader } from './classifier/classifier.ts';
export { classifierText, hashedFeatures } from './classifier/features.ts';
export * from './dictionary/index.ts';
export { type Explanation, explain } from './explain.ts';
export { groupsOf } from './groups.ts';
export { findHits, type Hit, type OwnSentence, toLines } from './match.ts';

export * from './corpus.ts';
export { type EvaluateOptions, evaluate, type Judge, mailOf } from './eval.ts';
export type { Evaluation, FalseAlarms, Recall, ThreadResult, WrongMail } from './evaluation.ts';
export * from './metrics.ts';
export { toRawMail } from './raw-mail.ts';
export { type Trained, type TrainingMail, trainReader } from './train.ts';
export { trainingSet } from './training-set.ts';

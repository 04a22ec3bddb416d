export type { Span } from './cases.ts';
export { type JudgeBlock, judgeBlock, type PastJudge, type PastMail } from './judge-block.ts';
export { createPastMemory, type PastMemory, type PastQuestion } from './memory.ts';
export { packFiles, unpackFiles } from './packed-files.ts';
export { stricter } from './strictness.ts';
export { type Level, levelFor, type TrialFigures, thresholdsMatter, trialFigures } from './trial-figures.ts';

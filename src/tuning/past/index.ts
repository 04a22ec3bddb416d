export {
  type BacktestFigures,
  backtestFigures,
  type Comparison,
  differs,
  isNewlyFound,
  newlyIn,
  type ReadFigures,
  type Turnover,
} from './backtest-figures.ts';
export type { Span } from './cases.ts';
export { type JudgeBlock, judgeBlock, type PastJudge, type PastMail } from './judge-block.ts';
export * from './known-figures.ts';
export { createPastMemory, type PastMemory, type PastQuestion } from './memory.ts';
export { stricter } from './strictness.ts';
export {
  type Level,
  levelFor,
  mailboxOf,
  type NoisyEntry,
  type SurfacedBand,
  type TrialFigures,
  thresholdsMatter,
  trialFigures,
} from './trial-figures.ts';
export { packVersions, unpackVersions } from './versions.ts';

export { type CostlyEntry, costlyEntries } from './costly.ts';
export * from './editing/index.ts';
export * from './entry-figures.ts';
export * from './intervals.ts';
export * from './missed/agreement.ts';
export * from './missed/missed.ts';
export * from './past/index.ts';

export { fold } from './fold.ts';
export { headAndTail } from './head-and-tail.ts';
export { segment } from './segment.ts';
export { sentences } from './sentences.ts';
export { loadTokenizer } from './tokenizer.ts';
export * from './types.ts';

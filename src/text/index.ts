export { fold } from './fold.ts';
export { type ForwardedText, forwardedIn } from './forwarded.ts';
export { headAndTail, withinLimit } from './head-and-tail.ts';
export { type Ipadic, loadIpadic, writeIpadic } from './ipadic/ipadic.ts';
export { KANA_ROWS, TE_FORMS } from './kana-rows.ts';
export { segment, segmentsOf } from './segment.ts';
export { sentences } from './sentences.ts';
export { createTokenizer, loadTokenizer } from './tokenizer.ts';
export * from './types.ts';

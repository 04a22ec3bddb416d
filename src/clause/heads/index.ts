export { findHeads } from './find.ts';
export type { Head } from './head.ts';
export { eachLemmaAt, eachNounAt } from './lemmas.ts';

export { analyse } from './analyse.ts';
export * from './types.ts';
export { spellingsOf } from './words/index.ts';

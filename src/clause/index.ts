export { predicatesAmong } from './among.ts';
export { analyse } from './analyse.ts';
export * from './types.ts';
export { isHappening, spellingsOf } from './words/index.ts';

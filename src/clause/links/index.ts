export { linksOf } from './links.ts';
export { type Link, NO_WORDS } from './types.ts';

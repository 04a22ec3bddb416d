export { analyse } from './analyse.ts';
export * from './types.ts';

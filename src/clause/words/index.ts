export * from './harm.ts';
export * from './kinds.ts';
export * from './people.ts';
export * from './saying.ts';
export * from './verbs.ts';

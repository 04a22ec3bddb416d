export * from './groups.ts';
export * from './kinds.ts';
export * from './people.ts';
export * from './spellings.ts';

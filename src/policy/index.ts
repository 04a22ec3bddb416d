export * from './covered.ts';
export * from './policy.ts';
export * from './text.ts';

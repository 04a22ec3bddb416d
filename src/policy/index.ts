export * from './policy.ts';
export * from './text.ts';

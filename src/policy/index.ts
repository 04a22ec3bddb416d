export * from './covered.ts';
export * from './policy.ts';
export * from './text.ts';
export * from './version.ts';

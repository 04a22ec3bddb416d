export * from './anchor.ts';
export * from './chain.ts';
export * from './decision.ts';
export * from './entry.ts';
export * from './export.ts';
export * from './head.ts';

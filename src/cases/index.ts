export * from './burden.ts';
export * from './changes.ts';
export * from './claim.ts';
export * from './decision.ts';
export * from './report.ts';
export * from './rotation.ts';
export * from './rules.ts';
export * from './types.ts';

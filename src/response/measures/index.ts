export * from './gates.ts';
export * from './ladder.ts';
export * from './letter-steps.ts';
export * from './measure.ts';
export * from './repeats.ts';

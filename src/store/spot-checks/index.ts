export * from './agreement.ts';
export * from './answers.ts';
export * from './figures.ts';
export * from './reading.ts';

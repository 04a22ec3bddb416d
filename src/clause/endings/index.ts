export * from './forms.ts';
export * from './inflection.ts';
export * from './parse.ts';

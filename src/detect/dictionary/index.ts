export { compileDictionary, type DictionaryFile } from './compile.ts';
export { type Bilingual, GROUPS, type Group, type Scoring } from './schema.ts';
export * from './types.ts';

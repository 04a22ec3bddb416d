// What we use of kuromoji 0.1.2 below its public face. @types/kuromoji has no types for these files.

declare module 'kuromoji/src/loader/DictionaryLoader.js' {
  import type { DynamicDictionaries } from 'kuromoji';

  export default class DictionaryLoader {
    constructor(folder: string);
    readonly dic: DynamicDictionaries;
    /** Puts the dictionary together from the files that `loadArrayBuffer` gives. */
    load(done: (error: Error | null, dic: DynamicDictionaries) => void): void;
    loadArrayBuffer(path: string, done: (error: Error | null, bytes: ArrayBufferLike) => void): void;
  }
}

declare module 'kuromoji/src/Tokenizer.js' {
  import type { DynamicDictionaries, IpadicFeatures } from 'kuromoji';

  export default class Tokenizer {
    constructor(dic: DynamicDictionaries);
    tokenize(text: string): IpadicFeatures[];
  }
}

import type kuromoji from 'kuromoji';
import DictionaryLoader from 'kuromoji/src/loader/DictionaryLoader.js';
import Tokenizer from 'kuromoji/src/Tokenizer.js';
import { fileOf, type Ipadic } from './ipadic.ts';

/** kuromoji's own tokenizer: throws on some texts and drops characters of others. */
export type Analyse = (text: string) => kuromoji.IpadicFeatures[];

/**
 * kuromoji put together by its own loader, on bytes that may be shared: all but the map from trie ids to words it reads
 * through typed arrays as they are. That map it would unfold into an object of 76 MB per thread.
 */
export function createAnalyser(ipadic: Ipadic): Promise<Analyse> {
  const loader = new DictionaryLoader('');
  loader.loadArrayBuffer = (path, done) => done(null, fileOf(ipadic, path));
  const words = loader.dic.token_info_dictionary;
  words.loadTargetMap = () => Object.assign(words, { target_map: wordsById(ipadic) });
  return new Promise((resolve, reject) => {
    loader.load((error, dic) => {
      if (error) return reject(error);
      const tokenizer = new Tokenizer(dic);
      resolve((text) => tokenizer.tokenize(text));
    });
  });
}

/** Looks like the object `{ [trieId]: words }`, and finds the words in the shared bytes when asked. */
function wordsById(ipadic: Ipadic): Readonly<Record<number, readonly number[]>> {
  const map = new Int32Array(fileOf(ipadic, 'tid_map.dat.gz'));
  const places = new Int32Array(ipadic.wordsAt);
  return new Proxy<Record<number, number[]>>(
    {},
    {
      get(_, id) {
        const at = places[Number(id)] ?? 0;
        if (at === 0) return undefined;
        const words: number[] = [];
        for (let i = 1; i <= map[at]!; i++) words.push(map[at + i]!);
        return words;
      },
    },
  );
}

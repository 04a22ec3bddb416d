import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Dictionary, findHits, type Hit, toLines } from '../../src/detect/index.ts';
import { readCorpus } from '../../src/lab/index.ts';
import { loadDictionary } from '../../src/screening/rules.ts';
import { loadTokenizer, segment, sentences, type Tokenize } from '../../src/text/index.ts';
import { shipped } from '../../src/util/paths.ts';

// In short, other mails of the corpus, other entries and other texts each time.
const seed = Date.now() % 1_000_000;
const [EACH, ENTRY, TEXTS] = inject('atLength') ? [1, 1, 10_000] : [90, 8, 1_000];

let dictionary: Dictionary;
let tokenize: Tokenize;
beforeAll(async () => {
  dictionary = await loadDictionary(shipped('dictionaries'));
  tokenize = await loadTokenizer();
});

/** What is found in a text with the prefilter, and what by looking for every pattern everywhere. */
function bothWays(text: string): [string[], string[]] {
  const own = sentences(text, segment(text));
  const lines = toLines(
    own.map((sentence, index) => ({ part: 'body', sentence: { ...sentence, index } })),
    tokenize,
  );
  const names = (hits: readonly Hit[]) =>
    hits.map(({ rule, line, start, end }) => `${rule.id} ${line.index} ${start}-${end}`);
  return [names(findHits(dictionary, lines)), names(findHits(dictionary, lines, false))];
}

describe('with and without the prefilter the same is found', () => {
  it.each(['うちの庭においでください。', '社長さんとおいでになるまで待ちます。'])(
    'in other words for coming: %s',
    (text) => {
      const [fast, slow] = bothWays(text);
      expect(fast).toEqual(slow);
      expect(slow.some((hit) => hit.startsWith('summons.'))).toBe(true);
    },
  );

  it(`in the corpus, every mail or every ninetieth (seed ${seed})`, { timeout: 1_800_000 }, () => {
    let [place, found] = [0, 0];
    const folder = shipped('test/corpus');
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
      for (const { id, subject, body } of readCorpus(readFileSync(`${folder}/${name}`, 'utf8'), name).rows) {
        if (place++ % EACH !== seed % EACH) continue;
        const [fast, slow] = bothWays(`${subject}\n\n${body}`);
        expect(fast, id).toEqual(slow);
        found += slow.length;
      }
    }
    expect(found).toBeGreaterThan(25_000 / EACH);
  });

  it(`in the examples of the entries, all of them or every eighth (seed ${seed})`, { timeout: 600_000 }, () => {
    let [wanted, found] = [0, 0];
    const some = [...dictionary.rules.values()].filter((_, place) => place % ENTRY === seed % ENTRY);
    for (const { id, examples } of some) {
      wanted += examples.match.length;
      for (const text of [...examples.match, ...examples.not, ...examples.gaps]) {
        const [fast, slow] = bothWays(text);
        expect(fast, `${id}: ${text}`).toEqual(slow);
        found += slow.length;
      }
    }
    expect(found).toBeGreaterThan(wanted);
  });

  it(`in texts made of the pieces that phrases are made of (seed ${seed})`, { timeout: 1_800_000 }, () => {
    const literals = [...new Set(dictionary.candidates.flatMap(({ literals }) => literals.rarest))];
    const joints = ['', '', 'は', 'が', 'を', 'に', 'って', '。', '、', 'お前', 'の', '!', '\n'];
    let found = 0;
    let state = seed;
    const below = (limit: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes' generator: replayable
      return state % limit;
    };
    for (let i = 0; i < TEXTS; i++) {
      const pieces = Array.from(
        { length: 2 + below(4) },
        () => literals[below(literals.length)]! + joints[below(joints.length)]!,
      );
      const text = pieces.join('');
      const [fast, slow] = bothWays(text);
      expect(fast, text).toEqual(slow);
      found += slow.length;
    }
    expect(found).toBeGreaterThan(1.5 * TEXTS);
  });
});

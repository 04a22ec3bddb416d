import type { Token } from '../../../text/index.ts';
import { hashOf, inView, START, step } from '../hash.ts';
import { sensesOf } from './thesaurus.ts';

const MARKS = new Set(['記号', '空白']);
const PARTICLES = new Set(['助詞', '助動詞']);
const BOUND = new Set(['非自立', '代名詞', '接尾']);

/** A word by its senses, as hashes. A particle, or what leans on another word, stands for itself. */
interface Meant {
  readonly senses: readonly number[];
  readonly says: boolean; // something of its own: it is paired with the words around it
}

/** How many of the words that say something before it each is paired with. */
const REACH = 7;

/**
 * What the words of a sentence mean: their senses, each two and three in a row, and each two that stand near each other, in their order.
 * 娘さんの学校は存じております and 息子の塾なら知っている show much the same.
 */
export function eachSenseFeature(tokens: readonly Token[], tell: (feature: number) => void): void {
  const row = [END_OF_SENTENCE, ...meantBy(tokens), END_OF_SENTENCE];
  row.forEach(({ senses }, at) => {
    for (const sense of senses) {
      tell(inView('senses', after(ONE, sense)));
      for (const before of row[at - 1]?.senses ?? []) {
        const pair = after(after(ROW, before), sense);
        tell(inView('senses', pair));
        for (const next of row[at + 1]?.senses ?? []) tell(inView('senses', after(pair, next)));
      }
    }
  });
  const saying = row.filter(({ says }) => says);
  saying.forEach(({ senses }, at) => {
    for (const earlier of saying.slice(Math.max(0, at - REACH), at))
      for (const first of earlier.senses)
        for (const second of senses) tell(inView('senses', after(after(NEAR, first), second)));
  });
}

function meantBy(tokens: readonly Token[]): Meant[] {
  return tokens.filter(({ pos }) => !MARKS.has(pos[0] ?? '')).map(meant);
}

function meant({ lemma, pos: [kind = '', finer = '', finest] }: Token): Meant {
  if (finest === '人名') return NAME;
  if (finer === '数') return NUMBER;
  if (finer === '固有名詞') return PROPER;
  const senses = PARTICLES.has(kind) ? undefined : sensesOf(lemma);
  if (senses !== undefined) return { senses: senses.map(hash), says: true };
  if (PARTICLES.has(kind) || BOUND.has(finer)) return { senses: [hash(`=${lemma}`)], says: finer === '代名詞' };
  return { senses: [hash(`?${kind}`)], says: false };
}

const hash = (text: string): number => hashOf('senses', text);
const only = (text: string, says: boolean): Meant => ({ senses: [hash(text)], says });

const NAME = only('name', true);
const NUMBER = only('number', false);
const PROPER = only('proper', false);
const END_OF_SENTENCE = only('end', false);

/** A hash that goes on with another. */
const after = (before: number, next: number): number => step(step(before, next & 0xffff), next >>> 16);

const ONE = step(START, 1);
const ROW = step(START, 2);
const NEAR = step(START, 3);

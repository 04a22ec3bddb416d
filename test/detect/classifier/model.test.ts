import { expect, it } from 'vitest';
import { createToldSums, TOLD } from '../../../src/detect/classifier/acts.ts';
import { hashOf } from '../../../src/detect/classifier/hash.ts';
import { flattenModel, idfAt, numbersOf, packModel, placeOf } from '../../../src/detect/classifier/model.ts';
import { createSentenceSums, oddsTogether } from '../../../src/detect/classifier/sentences.ts';

const VIEW = { smoothing: 1, slope: 1 };
const LINE = { slope: 1, offset: 0 };
const telling = { acts: LINE, grave: LINE };
const NO_ACTS = { slope: 0, telling, biases: TOLD.map(() => 0), weights: new Map() };
const NO_SENTENCES = { slope: 0, bias: -3 };
const NUMBERS = {
  language: 'ja' as const,
  trainedOn: 1,
  background: 0,
  exercises: 0,
  views: { letters: VIEW, words: VIEW, clauses: VIEW, senses: VIEW },
  offset: 0,
  letters: { slope: 1, offset: 0, settled: -6 },
};

it('packs and unpacks as many features as a corpus may have', () => {
  const features = Array.from({ length: 300_000 }, (_, hash) => ({
    hash,
    idf: 2,
    weight: hash === 7 ? -1.5 : 0.5,
    sentenceWeight: hash === 7 ? 3 : 0,
  }));
  const model = packModel(features, NO_ACTS, NO_SENTENCES, NUMBERS);
  const flat = flattenModel(model);
  const learned = (hash: number) => {
    const place = placeOf(flat, hash);
    return { idf: idfAt(flat, place), value: idfAt(flat, place) * flat.featureWeight[place]! * model.weightScale };
  };
  expect(features.filter(({ hash }) => placeOf(flat, hash) !== hash)).toEqual([]);
  expect(learned(7)).toEqual({ idf: 2, value: -3 });
  expect(learned(299_999).value).toBeCloseTo(1, 3);
  expect(placeOf(flat, 300_000)).toBe(-1);
});

it('the act that the words say most has its say, and no other', () => {
  const [touch, shout, plain] = ['触る', '怒鳴る', 'です'].map((word) => hashOf('words', word));
  const weights = new Map<number, number[]>([
    [touch!, TOLD.map((act) => (act === 'sexual' ? 2 : -1))],
    [shout!, TOLD.map((act) => (act === 'intimidation-person' ? 1 : 0))],
  ]);
  const letters = { hash: hashOf('letters', '触'), idf: 1, weight: 0, sentenceWeight: 0 };
  const words = [touch!, shout!, plain!].map((hash) => ({ hash, idf: 3, weight: 0, sentenceWeight: 0 }));
  const acts = { slope: 0.5, telling, biases: TOLD.map((act) => (act === 'sexual' ? -1 : -2)), weights };
  const flat = flattenModel(packModel([letters, ...words], acts, NO_SENTENCES, NUMBERS));
  const said = createToldSums(flat, numbersOf(flat));
  const most = (...all: number[]) => {
    said.clear(1);
    for (const hash of all) said.add(placeOf(flat, hash), 0);
    const { base, bySentence } = said.end(2);
    return base + bySentence[0]!;
  };
  expect(most(plain!)).toBeCloseTo(-0.5, 3); // no act is as far from being said as this one
  expect(most(touch!, plain!)).toBeCloseTo(0.5 * ((2 * 3) / 2 - 1), 3);
  expect(most(shout!)).toBeCloseTo(0.5 * (3 / 2 - 2), 3);
});

it('each sentence speaks for itself, scaled in each view by its own length', () => {
  const sentence = (view: 'letters' | 'words', text: string, sentenceWeight: number) => ({
    hash: hashOf(view, text),
    idf: 3,
    weight: 0,
    sentenceWeight,
  });
  const [burn, mild, fire] = [sentence('letters', '燃', 4), sentence('letters', '届', -2), sentence('words', '火', 1)];
  const flat = flattenModel(packModel([burn, mild, fire], NO_ACTS, NO_SENTENCES, NUMBERS));
  const sums = createSentenceSums(flat, numbersOf(flat));
  const say = (view: 'letters' | 'words', at: number, ...all: { hash: number }[]) => {
    for (const { hash } of all) sums.add(placeOf(flat, hash));
    sums.end(view, at);
  };
  sums.clear();
  say('letters', 0, mild);
  say('letters', 1, burn, mild);
  say('words', 0);
  say('words', 1, fire);
  const lengths = { letters: (features: number) => Math.sqrt(300 + 9 * features), words: Math.sqrt(30 + 9) };
  expect(sums.odds()[0]).toBeCloseTo(-3 - 6 / lengths.letters(1), 3);
  expect(sums.odds()[1]).toBeCloseTo(-3 + (12 - 6) / lengths.letters(2) + 3 / lengths.words, 3);
  sums.clear();
  expect(sums.odds()).toEqual([]);
});

it('the odds of all sentences add up, and a mail without sentences has those of none', () => {
  expect(oddsTogether([0, 0], -3)).toBeCloseTo(Math.log(2));
  expect(oddsTogether([5, -40], -3)).toBeCloseTo(5);
  expect(oddsTogether([], -3)).toBe(-3);
});

import { expect, it } from 'vitest';
import { createActSums, shareOfAct } from '../../../src/detect/classifier/acts.ts';
import { hashOf } from '../../../src/detect/classifier/hash.ts';
import { flattenModel, idfAt, numbersOf, packModel, placeOf } from '../../../src/detect/classifier/model.ts';
import { ACTS } from '../../../src/detect/index.ts';

const VIEW = { smoothing: 1, slope: 1 };
const NO_ACTS = { slope: 0, biases: ACTS.map(() => 0), weights: new Map() };
const NUMBERS = {
  trainedOn: 1,
  background: 0,
  exercises: 0,
  views: { letters: VIEW, words: VIEW, clauses: VIEW },
  offset: 0,
  letters: { slope: 1, offset: 0, settled: -6 },
};

it('packs and unpacks as many features as a corpus may have', () => {
  const features = Array.from({ length: 300_000 }, (_, hash) => ({ hash, idf: 2, weight: hash === 7 ? -1.5 : 0.5 }));
  const model = packModel(features, NO_ACTS, NUMBERS);
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
    [touch!, ACTS.map((act) => (act === 'sexual' ? 2 : -1))],
    [shout!, ACTS.map((act) => (act === 'intimidation-person' ? 1 : 0))],
  ]);
  const letters = { hash: hashOf('letters', '触'), idf: 1, weight: 0 };
  const words = [touch!, shout!, plain!].map((hash) => ({ hash, idf: 3, weight: 0 }));
  const acts = { slope: 0.5, biases: ACTS.map((act) => (act === 'sexual' ? -1 : -2)), weights };
  const flat = flattenModel(packModel([letters, ...words], acts, NUMBERS));
  const said = createActSums(flat, numbersOf(flat));
  const most = (...all: number[]) => {
    said.clear();
    for (const hash of all) said.add(placeOf(flat, hash));
    return said.most(2);
  };
  expect(most(plain!)).toEqual({ act: ACTS.indexOf('sexual'), log: -0.5 });
  const touching = most(touch!, plain!);
  expect(ACTS[touching.act]).toBe('sexual');
  expect(touching.log).toBeCloseTo(0.5 * ((2 * 3) / 2 - 1), 3);
  expect(shareOfAct(flat, numbersOf(flat), touching, placeOf(flat, touch!), 2)).toBeCloseTo(0.5 * 3, 3);
  expect(ACTS[most(shout!).act]).toBe('intimidation-person');
});

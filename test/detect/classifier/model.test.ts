import { expect, it } from 'vitest';
import { flattenModel, idfAt, packModel, placeOf } from '../../../src/detect/classifier/model.ts';

const VIEW = { smoothing: 1, slope: 1 };
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
  const model = packModel(features, NUMBERS);
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

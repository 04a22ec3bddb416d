import { expect, it } from 'vitest';
import { packModel, unpackFeatures } from '../../../src/detect/classifier/model.ts';

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
  const unpacked = unpackFeatures(packModel(features, NUMBERS));
  expect(unpacked.size).toBe(300_000);
  expect(unpacked.get(7)).toEqual({ idf: 2, value: -3 });
  expect(unpacked.get(299_999)!.value).toBeCloseTo(1, 3);
});

import { expect, it } from 'vitest';
import { hashedFeatures } from '../../../src/detect/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { linesOf } from '../../lab/training/support.ts';

const tokenize = await loadTokenizer();
const shown = (language: 'en' | 'zh', text: string) => hashedFeatures(linesOf([text], tokenize), language);
const same = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
  [...one].filter((hash) => other.has(hash)).length;

it('English is read in words that keep their edges, by their stems, without numbers and addresses', () => {
  expect(shown('en', 'order 12 of a@example.com')).toEqual(shown('en', 'order 99 of b@example.jp'));
  const [kills, skills] = [shown('en', 'kill'), shown('en', 'skill')];
  expect(same(kills, skills)).toBeLessThan(kills.size);
  expect(same(shown('en', 'killing'), kills)).toBeGreaterThan(same(skills, kills));
});

it('Chinese is the same in simplified and in traditional characters', () => {
  expect(shown('zh', '我对你们的经理很生气')).toEqual(shown('zh', '我對妳們的經理很生氣'.replace('妳', '你')));
});

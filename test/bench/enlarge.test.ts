import { expect, it } from 'vitest';
import { actFile, detectorFor, judge } from '../support/dictionary.ts';
import { enlarge } from './enlarge.ts';

const files = {
  'intimidation-person.yaml': actFile(
    'intimidation-person',
    `expressions:
  - { id: threat.burn, say: ['燃やす{命令}', (家|店)に火をつける], weight: 5, match: [燃やせ] }
  - { id: threat.kill, say: [kill you], weight: 5, lang: en, match: [kill you] }`,
  ),
};
const text = '店に火をつけるぞ。全部燃やせ。I will kill you.';

it('a dictionary of ten times the entries finds what the given one finds', async () => {
  const detector = await detectorFor(files);
  const larger = enlarge(detector.dictionary, 10);
  expect(larger.rules.size).toBe(detector.dictionary.rules.size * 10);
  const found = judge(detector, text);
  expect(found.matches.length).toBeGreaterThan(0);
  expect(judge({ ...detector, dictionary: larger }, text)).toEqual(found);
});

it('the entries it adds look for words of their own', async () => {
  const { dictionary } = await detectorFor(files);
  const literals = [...enlarge(dictionary, 10).rules.values()].flatMap(({ patterns }) => patterns[0]!.literals.rarest);
  expect(new Set(literals).size).toBe(literals.length);
});

import { expect, it } from 'vitest';
import { messagesOf } from '../../../src/fronts/web/shell/messages.ts';

/** Every text of a catalogue with the path of its key; of those that take something, what the function is written as. */
function textsOf(value: unknown, path: readonly string[] = []): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value === 'function') return [[path.join('.'), value.toString()]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, [...path, name]));
}

const [ja, en] = [textsOf(messagesOf('ja')), textsOf(messagesOf('en'))];

/** Words of machines and of offices that nobody who answers mails needs, and what else means something of its own. */
const DROPPED =
  /点数|判定器|しきい値|三つの観点|重み|見習い|影(?!響)|適合率|エスカレーション|稼働状況|(?<!取引)辞退|項目名|classifier|threshold|apprentice|escalation matrix/i;
/** Where the share of approved flags is explained to whoever knows it by its name. */
const ALLOWED = /^numbers\./;

it.each([
  ['Japanese', ja],
  ['English', en],
] as const)('the words of the machine are on no page: %s', (_, texts) => {
  expect(texts.filter(([path, text]) => DROPPED.test(text) && !ALLOWED.test(path))).toEqual([]);
});

/** Examples of what customers write, which are Japanese in every language, the language itself, and the names of laws. */
const QUOTED =
  /^(counterparties.(sizeLead|hints)|trading.(beside|applies)|tuning\.(fieldHints|.*Hint)|language|bands|.*[eE]xample)/;

it('English pages say nothing in Japanese but examples of what customers write', () => {
  const japanese = en.filter(
    ([path, text]) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) && !QUOTED.test(path),
  );
  expect(japanese).toEqual([]);
});

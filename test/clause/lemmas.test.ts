import { expect, it } from 'vitest';
import { eachLemmaAt } from '../../src/clause/heads/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';

const tokenize = await loadTokenizer();

it('are told of a chain of verbs no further than it is read, so that one without end takes no time without end', () => {
  const text = '死ね'.repeat(200);
  const tokens = tokenize(text);
  const told: string[] = [];
  for (let i = 0; i < tokens.length; i++) eachLemmaAt(text, tokens, i, (lemma) => told.push(lemma));
  expect(told).toContain('死ね死ぬ');
  expect(Math.max(...told.map(({ length }) => length))).toBeLessThan(12);
});

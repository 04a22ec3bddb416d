import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { type Dictionary, dictionaryOver, flattenDictionary } from '../../../src/detect/index.ts';
import { readCorpus } from '../../../src/lab/index.ts';
import { toRawMail } from '../../../src/mail/index.ts';
import { assessMessage, readMail } from '../../../src/screening/pipeline.ts';
import { loadDictionary } from '../../../src/screening/rules.ts';
import { loadTokenizer, type Tokenize } from '../../../src/text/index.ts';
import { packTables, tablesOf } from '../../../src/util/packed.ts';
import { shipped } from '../../../src/util/paths.ts';
import { actFile, detectorFor, judge } from '../../support/dictionary.ts';

let compiled: Dictionary;
let flat: Dictionary;
let tokenize: Tokenize;
beforeAll(async () => {
  compiled = await loadDictionary(shipped('dictionaries'));
  flat = dictionaryOver(tablesOf<ReturnType<typeof flattenDictionary>>(packTables(flattenDictionary(compiled))));
  tokenize = await loadTokenizer();
}, 120_000);

it('has the same rules, patterns and examples as the dictionary that it was made of', () => {
  const told = ({ rules, candidates, ...rest }: Dictionary) => ({
    ...rest,
    automaton: null,
    rules: [...rules.values()].map(({ patterns, ...rule }) => ({
      ...rule,
      examples: rule.examples,
      patterns: patterns.map(({ shape, literals }) => ({ shape, literals })),
      nouns: rule.kind === 'entry' ? rule.nouns.map(({ shape, literals }) => ({ shape, literals })) : [],
      clause:
        rule.kind === 'entry' && rule.clause !== null
          ? {
              ...rule.clause,
              words: rule.clause.words.map(({ text, use, steps, literals }) => ({ text, use, steps, literals })),
            }
          : null,
    })),
    beside: rest.beside.map(({ id }) => id),
    frames: [...rest.frames].map(([name, { id }]) => [name, id]),
    candidates: candidates.map(({ kind, rule, literals }) => ({ kind, rule: rule.id, literals })),
  });
  expect(told(flat)).toEqual(told(compiled));
});

it('judges the training mails alike, every fiftieth', { timeout: 120_000 }, async () => {
  const file = 'test/corpus/train-voices1.jsonl';
  const { rows } = readCorpus(readFileSync(shipped(file), 'utf8'), file);
  const rules = { tokenize, classifier: null, timeZone: 'Asia/Tokyo' };
  for (const row of rows.filter((_, place) => place % 50 === 0)) {
    const message = await readMail({ bytes: toRawMail(row), receivedAt: new Date(row.date) });
    const judged = (dictionary: Dictionary) => assessMessage(message, { ...rules, dictionary }, []);
    expect(judged(flat)).toEqual(judged(compiled));
  }
});

it('knows what entries ask for, and judges alike by them', async () => {
  const list = `expressions:
  - { id: apology.dogeza, say: [土下座しろ], at_least: grey, match: [例] }
  - { id: apology.bow, say: [頭を下げろ], at_least: review, match: [例] }`;
  const detector = await detectorFor({ 'apology-demand.yaml': actFile('apology-demand', list) });
  const dictionary = dictionaryOver(
    tablesOf<ReturnType<typeof flattenDictionary>>(packTables(flattenDictionary(detector.dictionary))),
  );
  expect(dictionary.rules.get('apology.dogeza')).toMatchObject({ atLeast: 'grey' });
  expect(dictionary.rules.get('apology.bow')).toMatchObject({ atLeast: 'review' });
  for (const text of ['土下座しろ。', '頭を下げろ。', '頭を下げろ。土下座しろ。', 'こんにちは。']) {
    const judged = judge({ ...detector, dictionary }, text);
    expect(judged).toEqual(judge(detector, text));
    expect(judged.band).toBe(text.includes('頭') ? 'review' : text.includes('土下座') ? 'grey' : 'ordinary');
  }
});

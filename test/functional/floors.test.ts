import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { compileRules, readDictionaryFiles } from '../../src/screening/rules.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { belowFunctionalFloors, FunctionalFloors, judgeBy, runFunctionalTests } from '../../src/tuning/index.ts';
import { shipped } from '../../src/util/paths.ts';
import { functionalTests } from './read.ts';

it('the judgement as shipped passes no fewer functional tests than it did', { timeout: 120_000 }, async () => {
  const rules = compileRules(
    {
      dictionary: await readDictionaryFiles(shipped('dictionaries')),
      classifier: await readFile(shipped('dictionaries/classifier.json'), 'utf8'),
      timeZone: 'Asia/Tokyo',
    },
    await loadTokenizer(),
  );
  const floors = FunctionalFloors.parse(JSON.parse(await readFile(new URL('floors.json', import.meta.url), 'utf8')));
  const results = await runFunctionalTests(await functionalTests(), judgeBy(rules));
  expect(belowFunctionalFloors(results, floors)).toEqual([]);
});

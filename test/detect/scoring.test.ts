import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { USUAL } from '../../src/detect/dictionary/site/earlier-scoring.ts';
import { RELEASE, releaseOf } from '../../src/detect/index.ts';
import { readDictionaryFiles } from '../../src/screening/dictionary-folder.ts';
import { shipped } from '../../src/util/paths.ts';
import { detectorFor } from '../support/dictionary.ts';

const EARLIER = `
thresholds: { grey: 2, review: 4, urgent: 8 }
weights: [0.8, 2, 4, 6, 8]
classifier: { surface: 0.02, flag: 0.2, share: 0.5, cap: 4 }
`;

it('what an earlier scoring.yaml lacks is what ships', () => {
  expect(parse(readFileSync(shipped('dictionaries/scoring.yaml'), 'utf8'))).toEqual(USUAL);
});

it('an earlier scoring.yaml is read: its probabilities are the thresholds', async () => {
  const { dictionary } = await detectorFor({ 'scoring.yaml': EARLIER });
  expect(dictionary.scoring).toEqual({ ...USUAL, thresholds: { grey: 0.02, review: 0.2 } });
  const reader = await detectorFor({ 'scoring.yaml': EARLIER.replace('classifier:', 'reader:') });
  expect(reader.dictionary.scoring).toEqual(dictionary.scoring);
});

it('an overlay with points is read the same way', async () => {
  const overlay = 'thresholds: { grey: 2, review: 4, urgent: 8 }\nclassifier: { surface: 0.02, flag: 0.2 }\n';
  const { dictionary } = await detectorFor({ 'overlay/scoring.yaml': overlay });
  expect(dictionary.scoring.thresholds).toEqual({ grey: 0.02, review: 0.2 });
});

it('every entry that ships stands in the release as it is: `npx vitest run test/detect/scoring.test.ts -u` after a change', async () => {
  const folder = shipped('dictionaries');
  await expect(releaseOf(await readDictionaryFiles(folder))).toMatchFileSnapshot(`${folder}/${RELEASE}`);
});

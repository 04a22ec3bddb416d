import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { USUAL } from '../../src/detect/dictionary/site/earlier-scoring.ts';
import { stepsOf } from '../../src/detect/explanation/steps.ts';
import { RELEASE, releaseOf } from '../../src/detect/index.ts';
import { readDictionaryFiles } from '../../src/screening/dictionary-folder.ts';
import { shipped } from '../../src/util/paths.ts';
import { actFile, detectorFor, judge } from '../support/dictionary.ts';

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

it('a mailbox may have thresholds of its own: its mails are judged by them, and say so', async () => {
  const entry = '  - { id: apology.dogeza, say: [土下座しろ], match: [土下座しろ] }';
  const detector = await detectorFor({
    'apology-demand.yaml': actFile('apology-demand', `expressions:\n${entry}`),
    'overlay/scoring.yaml': 'mailboxes: { claims: { grey: 0.005, review: 0.01 } }\n',
  });
  const of = (mailbox: string | null) => judge(detector, '土下座しろ', [], undefined, mailbox);
  for (const name of [null, 'support', 'toString']) {
    expect(of(name).band).toBe('ordinary');
    expect(of(name)).not.toHaveProperty('thresholds');
  }
  expect(of('claims')).toMatchObject({ band: 'review', thresholds: { grey: 0.005, review: 0.01 } });
  expect(stepsOf(of('claims'), detector.dictionary.scoring).map(({ reached }) => reached)).toEqual(['review']);
});

it('every entry that ships stands in the release as it is: `npx vitest run test/detect/scoring.test.ts -u` after a change', async () => {
  const folder = shipped('dictionaries');
  await expect(releaseOf(await readDictionaryFiles(folder))).toMatchFileSnapshot(`${folder}/${RELEASE}`);
});

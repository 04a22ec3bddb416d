import { expect, it } from 'vitest';
import { siteFile } from '../../../src/detect/index.ts';
import {
  folderOf,
  LANGUAGES_RULE,
  languagesLine,
  linesOf,
  locate,
  rulesIn,
  thresholdsOf,
} from '../../../src/tuning/index.ts';
import { detectorFor } from '../../support/dictionary.ts';

const STRICT = { grey: 0.1, review: 0.4 };
const LOOSE = { grey: 0.01, review: 0.05 };
const RULES = [
  { ...thresholdsOf('claims'), text: linesOf(LOOSE, 'claims') },
  { ...thresholdsOf('sales-2'), text: linesOf(STRICT, 'sales-2') },
  { ...LANGUAGES_RULE, text: languagesLine('grey') },
  { ...thresholdsOf(null), text: linesOf(STRICT) },
];

it('thresholds of all and of mailboxes, and what becomes of other languages, go out into one scoring.yaml and come back as they were', () => {
  const folder = folderOf(RULES);
  expect(folder).toEqual([
    {
      path: 'scoring.yaml',
      text: `mailboxes:
  claims: { grey: 0.01, review: 0.05 }
  sales-2: { grey: 0.1, review: 0.4 }
otherLanguages: grey
thresholds: { grey: 0.1, review: 0.4 }
`,
    },
  ]);
  expect(new Set(rulesIn(folder))).toEqual(new Set(RULES));
});

it('each is in force beside the others, and found by its name', async () => {
  const files = RULES.map(siteFile);
  const { dictionary } = await detectorFor(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  expect(dictionary.scoring).toMatchObject({ thresholds: STRICT, mailboxes: { claims: LOOSE, 'sales-2': STRICT } });
  expect(dictionary.scoring.otherLanguages).toBe('grey');
  for (const rule of RULES) expect(locate(files, rule.entry)).toEqual(rule);
  expect(locate(files, thresholdsOf('other').entry)).toBeNull();
});

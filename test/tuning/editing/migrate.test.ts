import { expect, it } from 'vitest';
import { migrated } from '../../../src/tuning/index.ts';

const BEFORE = `# 会社の言葉
act: insult-person
label: { ja: 侮辱, en: insult }
demands:
  - id: insult.beg
    say: [詫び状]
    weight: 5
    match: [詫び状]
expressions:
  - id: insult.plain # よく届く
    say: [無能, 役立たず]
    weight: 4
    match: [お前は無能だ]
  - id: insult.held
    say: [給料泥棒]
    weight: 1
    floor: review
    match: [給料泥棒め]
  - id: insult.new
    say: [怠け者]
    weight: 3
    apprentice: true
    match: [この怠け者]
  - id: insult.today
    say: [でくのぼう]
    at_least: grey
    match: [このでくのぼう]
`;
const AFTER = BEFORE.replace('    weight: 5\n', '')
  .replace('    weight: 4\n', '    at_least: review\n')
  .replace('    weight: 1\n    floor: review\n', '    at_least: review\n')
  .replace('    weight: 3\n    apprentice: true\n', '    at_least: grey\n');

it('writes entries as they are read, and leaves every other byte', () => {
  const [file, ...more] = migrated([
    { path: 'insult-person.yaml', text: BEFORE },
    { path: 'other.yaml', text: 'act: other\n' },
  ]);
  expect(more).toEqual([]);
  expect(file).toMatchObject({ path: 'insult-person.yaml', entries: 4 });
  expect(file!.text).toBe(AFTER);
  expect(migrated([{ path: 'insult-person.yaml', text: file!.text }])).toEqual([]);
});

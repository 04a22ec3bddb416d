import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LETTER_KINDS, LETTER_LANGUAGES, layoutOf, shippedTemplate } from '../../src/response/index.ts';
import { allWords } from '../../src/response/letters/blocks.ts';

/** What calls something lawful, valid or enough before the law: nobody but a lawyer says that. */
const CLAIMS =
  /適法(?:です|である|となり)|合法(?:です|である)|(?:法的|法律上)に?(?:十分|問題(?:は|が)?(?:ありません|ない)|有効(?:です|である))|法令(?:を|に)(?:満たし|遵守し|適合し)てい(?:ます|る)|義務(?:を|は)(?:満たし|果たし)てい(?:ます|る)|legally (?:sufficient|valid|binding|compliant)|(?:fully|law) compliant|complies with (?:the )?law|(?:this|it) is (?:lawful|legal)\b|meets (?:the|all|your) legal|(?:具有|具备)法律效力|法律上(?:有效|充分|合法)|(?:合法|符合(?:相关)?法律|符合法规)(?:的|有效|规定)/i;

/** A sentence that says the opposite. */
const DENIES = /ません|ない|とは|nothing|not\b|no record|nobody|never|neither/i;

const below = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => join(folder, path));
const texts = [
  ...below('src', /(?:messages|for-lawyers|words)[^/]*\.tsx?$/),
  ...below('docs', /\.md$/),
  ...['README.md', 'README.ja.md'],
];

it('no page, no document and no record calls anything legally sufficient', () => {
  expect(texts.length).toBeGreaterThan(150);
  const found = texts.flatMap((path) =>
    readFileSync(path, 'utf8')
      .replace(/\n(?=[a-z])/g, ' ') // a sentence may go on in the next line
      .split(/\n|(?<=[。.])\s*/)
      .filter((sentence) => sentence.search(CLAIMS) >= 0 && !DENIES.test(sentence))
      .map((sentence) => `${path}: ${sentence.trim()}`),
  );
  expect(found).toEqual([]);
});

it.each(LETTER_LANGUAGES.flatMap((language) => LETTER_KINDS.map((kind) => [kind, language] as const)))(
  'and neither does a letter: %s in %s',
  async (kind, language) => {
    const template = await shippedTemplate(kind, language);
    const words = allWords(await layoutOf(template)).join('\n');
    expect(words).not.toMatch(CLAIMS);
  },
);

it.each([
  'この対応は適法です。',
  'この記録があれば法的に十分です。',
  '法令を遵守しています。',
  'This record is legally sufficient.',
  '本函具有法律效力。',
])('would find: %s', (sentence) => {
  expect(sentence.search(CLAIMS) >= 0 && !DENIES.test(sentence)).toBe(true);
});

import { expect, it } from 'vitest';
import { glossOf, JUDGED_LANGUAGES } from '../../../src/detect/index.ts';
import { languageFile } from '../../../src/util/language-files.ts';

const told = (sentence: string, language: 'en' | 'zh') =>
  glossOf(sentence, language).map(({ written, meaning }) => `${written}=${meaning}`);

it.each([
  ['any form of a word', 'en', 'They threatened her kids.', ['threatened=脅す', 'kids=子ども']],
  [
    'the longest of phrases that overlap',
    'en',
    'I know where you live.',
    ['know where you live=住所・居場所を知っている'],
  ],
  [
    'each meaning once, in the order of the text',
    'en',
    'Idiot! Idiots! Liar.',
    ['Idiot=ばか・愚か者', 'Liar=うそつき'],
  ],
  ['what is hidden by its spelling, as it is written', 'en', "I'll K1LL you", ['K1LL=殺す']],
  ['Chinese without blanks', 'zh', '再不退款就给你差评', ['再不=〜しなければ', '退款=返金', '差评=低い評価']],
  ['traditional characters', 'zh', '我會讓你們後悔。', ['後悔=後悔させる・後悔する']],
  ['the first letters of sounds', 'zh', 'nmsl', ['nmsl=母親が死んだ（罵り）']],
  ['nothing of what the table does not name', 'en', 'Where is my parcel?', []],
] as const)('glosses %s', (_, language, sentence, expected) => {
  expect(told(sentence, language)).toEqual(expected);
});

it.each(JUDGED_LANGUAGES.filter((language) => language !== 'ja'))(
  'each word of the table of %s is found, with the meaning that it stands under',
  (language) => {
    const table = languageFile<Record<string, readonly string[]>>(`gloss.${language}.yaml`);
    const rows = Object.entries(table).flatMap(([meaning, words]) => words.map((word) => `${word}=${meaning}`));
    const found = Object.entries(table).flatMap(([, words]) =>
      words.map((word) => `${word}=${glossOf(word, language)[0]?.meaning}`),
    );
    expect(found).toEqual(rows);
  },
);

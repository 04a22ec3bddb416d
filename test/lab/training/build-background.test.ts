import { expect, it } from 'vitest';
import { hashedFeatures, type JudgedLanguage } from '../../../src/detect/index.ts';
import { buildBackground, type TrainingMail } from '../../../src/lab/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { linesOf } from './support.ts';

const tokenize = await loadTokenizer();
const ENGLISH = 'please send us the invoice for the second order.';
const JAPANESE = '請求書を送ってください。';

/** Enough mails by enough pens and senders that what they say can be learned. */
const mails = (text: string, language: JudgedLanguage): TrainingMail[] =>
  Array.from({ length: 12 }, (_, i) => ({
    sentences: linesOf([text], tokenize).map((line) => ({ hashes: hashedFeatures([line], language), isMarked: false })),
    ...{ positive: false, acts: [], severity: 0, pen: `pen-${i % 3}`, sender: `s${i}@example.com` },
  }));

it.each([
  ['en', ENGLISH, JAPANESE],
  ['ja', JAPANESE, null],
] as const)(
  'a background in %s counts the sentences of its language as mails in it are read',
  async (language, own, other) => {
    const text = other === null ? own : `${own}\n\n${other}`;
    const background = await buildBackground([{ source: 'a/b', text }], mails(own, language), tokenize, language);
    const shown = hashedFeatures(linesOf([own], tokenize), language);
    expect(background.texts).toHaveLength(1);
    expect(background.texts[0]!.sentences.map((features) => features.length)).toEqual([shown.size]);
    expect(new Set(background.vocabulary)).toEqual(shown);
  },
);

import { expect, it } from 'vitest';
import { type ByLanguage, type Classifier, classifierOf, type JudgedLanguage } from '../../../src/detect/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { linesOf } from '../../lab/training/support.ts';

const tokenize = await loadTokenizer();

/** A judge that adds one for each sentence that it is given. */
const thatCounts = (
  language: JudgedLanguage,
  base: number,
  abstained: 'language' | 'short' | null = null,
): Classifier => ({
  version: language,
  judge: (sentences) => ({
    language,
    version: language,
    logOdds: base + sentences.length,
    base,
    bySentence: new Float64Array(sentences.length).fill(1),
    acts: [],
    grave: 0,
    abstained,
  }),
});

const judged = (judges: ByLanguage, texts: readonly string[], language?: JudgedLanguage) =>
  classifierOf(judges).judge(linesOf(texts, tokenize), language);

const MIXED = ['お世話になっております。', 'i will find out where you live.', '我会去你家找你。'];

it('each judge reads what is in its language, the Japanese one all; the mail is what finds most', () => {
  const english = judged({ ja: thatCounts('ja', -9), en: thatCounts('en', -2), zh: thatCounts('zh', -3) }, MIXED);
  expect(english).toMatchObject({ language: 'en', version: 'en', logOdds: -1 });
  expect([...english.bySentence]).toEqual([0, 1, 0]);
  const all = judged({ ja: thatCounts('ja', 0), en: thatCounts('en', -2) }, MIXED);
  expect([all.language, ...all.bySentence]).toEqual(['ja', 1, 1, 1]);
});

it('a judge that finds nothing takes no mail from another', () => {
  const judges = { ja: thatCounts('ja', -12), en: thatCounts('en', -6) };
  expect(judged(judges, MIXED)).toMatchObject({ language: 'ja', logOdds: -9 });
});

it('one that knows the language goes before one that does not', () => {
  const judges = { ja: thatCounts('ja', 5, 'language'), en: thatCounts('en', -6) };
  expect(judged(judges, ['where is my order?'])).toMatchObject({ language: 'en', abstained: null });
  const short = { ja: thatCounts('ja', 5, 'short'), en: thatCounts('en', -6, 'short') };
  expect(judged(short, ['idiots.'])).toMatchObject({ language: 'en', abstained: 'short' });
  expect(judged(short, ['はい'])).toMatchObject({ language: 'ja', abstained: 'short' });
});

it('nobody judges a language without a judge, nor one that is not asked for', () => {
  const judges = { en: thatCounts('en', 5) };
  expect(judged(judges, ['환불해 주세요'])).toMatchObject({ abstained: 'language' });
  expect(judged(judges, MIXED, 'zh')).toMatchObject({ language: 'zh', abstained: 'language' });
  expect(judged(judges, MIXED, 'en')).toMatchObject({ language: 'en', abstained: null });
});

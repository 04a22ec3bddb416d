import { expect, it } from 'vitest';
import {
  type ClassifierModel,
  createClassifier,
  hashedFeatures,
  probabilityOf,
  VIEWS,
  viewOf,
} from '../../../src/detect/index.ts';
import {
  type Background,
  type Exercise,
  heldOutFigures,
  packBackground,
  type TrainingMail,
  trainClassifier,
  unpackBackground,
} from '../../../src/lab/index.ts';
import { planOf } from '../../../src/lab/training/train.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { linesOf } from './support.ts';

const tokenize = await loadTokenizer();
const read = (...texts: string[]) => linesOf(texts, tokenize);
const featuresOf = (text: string) => hashedFeatures(read(text));
const judged = (model: ClassifierModel, ...texts: string[]) => createClassifier(model).judge(read(...texts));
const likely = (model: ClassifierModel, text: string) => probabilityOf(judged(model, text).logOdds);
/** The sentence that adds most; null where none adds anything. */
function strongest(model: ClassifierModel, ...texts: string[]): number | null {
  const { bySentence } = judged(model, ...texts);
  const most = Math.max(...bySentence);
  return most > 1e-9 ? bySentence.indexOf(most) : null;
}

const mail = (text: string, positive: boolean, i: number): TrainingMail => ({
  sentences: read(text).map((line) => ({ hashes: hashedFeatures([line]), isMarked: positive })),
  positive,
  acts: positive ? ['insult-person'] : [],
  severity: positive ? 2 : 0,
  pen: `pen-${i % 3}`,
  sender: `s${i % 7}@example.com`,
});
const RUDE = 'どこまで無礼なんだ、早く頭を下げろ';
const KIND = 'いつもありがとうございます。見積りをお願いします';
const mails = Array.from({ length: 90 }, (_, i) =>
  i % 2 === 0 ? mail(`番号${i} ${RUDE}`, true, i) : mail(`番号${i} ${KIND}`, false, i),
);

/** Harmless texts by their n-grams, knowing those of the mails. */
function backgroundOf(texts: readonly string[], source = 'example/chat'): Background {
  const vocabulary = Uint32Array.from(
    new Set(mails.flatMap(({ sentences }) => sentences.flatMap(({ hashes }) => [...hashes]))),
  );
  const features = texts.map((text) => {
    const own = featuresOf(text);
    return Uint32Array.from(vocabulary.keys()).filter((position) => own.has(vocabulary[position]!));
  });
  return { vocabulary, texts: features.map((own) => ({ source, sentences: [own] })) };
}

const train = (
  background: Background | null = null,
  more: readonly TrainingMail[] = [],
  exercises: readonly Exercise[] = [],
) => trainClassifier({ mails: [...mails, ...more], exercises, background });

it('tells apart what it has learned, and knows by which sentence', () => {
  const { model } = train();
  expect(likely(model, RUDE)).toBeGreaterThan(10 * likely(model, KIND));
  expect(strongest(model, 'いつもありがとうございます', '早く頭を下げろ', '見積り')).toBe(1);
});

it('learns from what readers marked which sentence decides, beside what stands in the same mails', () => {
  const marked = ['駅のホームでは後ろに気をつけなさい', '娘さんの学校の帰り道は暗いですね', '火の元はよく燃えますから'];
  const beside = ['本日もお世話になっております', '三番の部品は月曜に届きました', '請求書は別に送ります'];
  const sentence = (text: string, isMarked: boolean) => ({ hashes: featuresOf(text), isMarked });
  const both = Array.from(
    { length: 90 },
    (_, i): TrainingMail => ({
      ...mail(marked[i % 3]!, true, i),
      sentences: [sentence(beside[i % 3]!, false), sentence(marked[i % 3]!, true)],
    }),
  );
  const calm = Array.from({ length: 90 }, (_, i) => mail('部品の請求書を月曜に送ってください', false, i));
  const readers = (isMarked: (one: boolean) => boolean) =>
    trainClassifier({
      mails: [...both, ...calm].map((one) => ({
        ...one,
        sentences: one.sentences.map(({ hashes, isMarked: was }) => ({ hashes, isMarked: isMarked(was) })),
      })),
      exercises: [],
      background: null,
    }).model;
  const lead = (model: ClassifierModel) =>
    judged(model, marked[1]!).logOdds - Math.max(...beside.map((text) => judged(model, text).logOdds));
  expect(lead(readers((was) => was))).toBeGreaterThan(lead(readers(() => false))); // nobody said which
});

it('is deterministic, to the last byte', () => {
  const again = () => train(backgroundOf([KIND, '早く寝ろよ']), [], [{ hashes: featuresOf(RUDE), positive: true }]);
  expect(again()).toEqual(again());
});

it('learns from harmless texts that a rough word is none by itself', () => {
  const harmless = backgroundOf(Array.from({ length: 300 }, (_, i) => `早く頭を${i % 2 === 0 ? 'なでて' : '洗え'}`));
  const says = (background: Background | null) => likely(train(background).model, '早く頭をなでてくれ、無礼でいいよ');
  expect(says(harmless)).toBeLessThan(says(null) / 2);
});

it('learns nothing that the background does not know', () => {
  const { vocabulary, texts } = backgroundOf([KIND]);
  const known = featuresOf(KIND);
  const narrow = { vocabulary: vocabulary.filter((hash) => known.has(hash)), texts: [] };
  expect(texts).toHaveLength(1);
  expect(strongest(train(narrow).model, '早く下げろ')).toBeNull();
});

it.each([
  ['one sender writes', { sender: 'only@example.com' }],
  ['one pen writes', { pen: 'pen-0' }],
])('learns no piece that only %s', (_, same) => {
  const own = Array.from({ length: 21 }, (_, i) => ({ ...mail('秘密の合言葉', true, i), ...same }));
  expect(strongest(train(null, own).model, '秘密の合言葉')).toBeNull();
});

it('learns no number, address or name before さん', () => {
  const classifier = createClassifier(train().model);
  expect(classifier.judge(read('番号1'))).toEqual(classifier.judge(read('番号98765')));
});

it('keeps a classifier for each pen that never saw it, and figures by pen and source', () => {
  const trained = train(backgroundOf([KIND, KIND]));
  expect([...trained.pens.keys()]).toEqual(['pen-0', 'pen-1', 'pen-2']);
  for (const one of trained.pens.values()) expect(one.trainedOn).toBe(60);
  expect(trained.pens.get('pen-0')?.background).toBe(0); // the only source is held out with the first pen
  const figures = heldOutFigures(trained.heldOut, { review: 0.1, grey: 0.01 });
  expect(figures.map(({ from, kind }) => [from, kind])).toContainEqual(['example/chat', 'background']);
  expect(figures.find(({ from }) => from === 'pen-1')).toMatchObject({
    harassment: { texts: 15, flagged: 1 },
    good: { texts: 15, flagged: 0 },
  });
});

it('a background comes out of its bytes as it went in, sentence by sentence', () => {
  const background = backgroundOf([KIND, RUDE, '知らない言葉ばかり'], 'a/b');
  const [only] = backgroundOf([RUDE], 'c/d').texts;
  const other = { texts: [{ ...only!, sentences: [...only!.sentences, Uint32Array.of(3, 4), new Uint32Array()] }] };
  const both = { vocabulary: background.vocabulary, texts: [...background.texts, ...other.texts] };
  expect(unpackBackground(packBackground(both))).toEqual(both);
  expect(packBackground(both)).toEqual(packBackground(both));
  expect(() => unpackBackground(packBackground(both).subarray(0, 60))).toThrow();
});

it('learns from exercises, which are no mails: they bring no word and make no fold', () => {
  const exercise = (text: string): Exercise => ({ hashes: featuresOf(text), positive: false });
  const harmless = Array.from({ length: 600 }, (_, i) => exercise(i % 2 === 0 ? '早く頭を下げろ' : '秘密の合言葉'));
  const says = (exercises: readonly Exercise[]) => likely(train(null, [], exercises).model, '早く頭を下げろ、番号3');
  expect(says(harmless)).toBeLessThan(says([]) / 2);
  const trained = train(null, [], harmless);
  expect(trained.model.exercises).toBe(600);
  expect(trained.heldOut).toHaveLength(mails.length);
  expect(strongest(trained.model, '秘密の合言葉')).toBeNull();
});

it('sees letters, words and clauses, each in a view of its own', () => {
  expect(new Set([...featuresOf('店長を殴るぞ')].map(viewOf))).toEqual(new Set(VIEWS));
});

it('holds out every pen once, many pens in five folds', () => {
  const many = Array.from({ length: 23 }, (_, i) => ({ ...mails[0]!, pen: `pen-${i}` }));
  const { folds } = planOf({ mails: many, exercises: [], background: null });
  expect(folds[0]).toBeNull(); // one classifier is trained on all
  expect(folds).toHaveLength(6);
  const held = folds.flatMap((fold) => [...(fold?.pens ?? [])]);
  expect(held.sort()).toEqual(many.map(({ pen }) => pen).sort());
});

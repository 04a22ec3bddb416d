import { expect, it } from 'vitest';
import { type Assessment, type Detector, explain, type Reader } from '../../../src/detect/index.ts';
import { actFile, detectorFor, judge } from '../../support/dictionary.ts';

const readerThatSays = (probability: number, strongest: readonly string[]): Reader => ({
  version: 'test',
  probability: () => probability,
  strongest: () => strongest,
});

async function judged(text: string, reader: Reader): Promise<{ assessment: Assessment; detector: Detector }> {
  const file = actFile('other', 'expressions:\n  - { id: a.b, say: [馬鹿], weight: 3, match: [馬鹿] }');
  const detector = { ...(await detectorFor({ 'other.yaml': file })), reader };
  return { assessment: judge(detector, text), detector };
}

it('the pieces that the reader reacted to are shown as whole words of the mail as written', async () => {
  const text = 'いつもどうも。\nどこまで無礼なんだ、ﾊﾔｸ頭を下げろ';
  const { assessment } = await judged(text, readerThatSays(0.95, ['礼な', '下げ', 'はや']));
  expect(assessment.readerWords.map((word) => word.text)).toEqual(['無礼な', '下げろ', 'ﾊﾔｸ']);
  for (const { start, end, text: words } of assessment.readerWords) expect(text.slice(start, end)).toBe(words);
});

it('pieces of one word are shown once, five words at most, and what does not stand in the mail not at all', async () => {
  const { assessment } = await judged(
    '無礼だ。こわい。頭。腹。手。足。首。',
    readerThatSays(0.95, ['無礼', '礼だ', 'N0', 'こわ', ...'頭腹手足首']),
  );
  expect(assessment.readerWords.map((word) => word.text)).toEqual(['無礼', '頭', '腹', '手', '足']);
});

it('an ending is shown with the word it belongs to', async () => {
  const { assessment } = await judged('それで仕事のつもりですか。', readerThatSays(0.95, ['のつも']));
  expect(assessment.readerWords.map((word) => word.text)).toEqual(['仕事のつもり']);
});

it('they are in the explanation, with an invitation where no entry matched', async () => {
  const { assessment, detector } = await judged('無礼だ。', readerThatSays(0.95, ['無礼']));
  const { remarks } = explain(assessment, detector.dictionary, 'ja');
  expect(remarks).toEqual([
    '学習した判定器が強く反応しました。',
    '学習した判定器が特に反応した言葉：「無礼」。',
    '一致した項目はありません。足りない項目を辞書に加えてください。',
  ]);
  expect(explain(assessment, detector.dictionary, 'en').remarks).toContain(
    'The learned reader reacted most to “無礼”.',
  );
});

it('they are there where the reader adds points to those of a match, and not where it takes some away', async () => {
  const more = await judged('馬鹿だ。無礼だ。', readerThatSays(0.9, ['無礼']));
  expect(more.assessment.readerWords).toHaveLength(1);
  const less = await judged('馬鹿だ。無礼だ。', readerThatSays(0.1, ['無礼']));
  expect(less.assessment.readerWords).toEqual([]);
});

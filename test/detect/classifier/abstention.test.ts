import { expect, it } from 'vitest';
import { abstentionOn } from '../../../src/detect/classifier/abstention.ts';

it.each([
  ['a mail of which enough is known', ['お見積りをお願いします。', '来週までに返事をください。'], 40, 70, null],
  ['a word or two', ['はい'], 3, 3, 'short'],
  ['nothing', [], 0, 0, 'short'],
  ['English', ['please send the quotation by friday'], 60, 70, 'language'],
  ['Chinese', ['请在星期五之前发送报价单谢谢'], 30, 50, 'language'],
  ['Japanese in words it does not know', ['ゔぁるはらのえいんへりやるがうたう'], 10, 60, 'unknown'],
] as const)('%s', (_, sentences, known, all, expected) => {
  expect(abstentionOn(sentences, known, all)).toBe(expected);
});

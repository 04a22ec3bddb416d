import { expect, it } from 'vitest';
import { stepsOf } from '../../../../src/detect/explanation/steps.ts';
import type { AssessedMatch } from '../../../../src/detect/index.ts';
import { viewMail } from '../../../../src/fronts/shared/case-view.ts';
import type { ShownMail } from '../../../../src/fronts/shared/index.ts';
import { hiddenActs, maskingOver } from '../../../../src/fronts/shared/masking.ts';
import { Ladder } from '../../../../src/fronts/web/cases/ladder.tsx';
import { messagesOf } from '../../../../src/fronts/web/shell/messages.ts';
import { assessmentWith, meant } from '../../../support/assessment.ts';
import { entryId } from '../../../support/ids.ts';

/** The rows of the reasons of a mail of one Chinese sentence, with the words an entry of violence finds in it. */
function ladder(sentence: string, code: 'ja' | 'en', violent: string | null = null): string {
  const at = { part: 'body' as const, text: sentence, start: 0, end: sentence.length };
  const matches = (violent === null ? [] : [violent]).map((text): AssessedMatch => {
    const start = sentence.indexOf(text);
    return {
      ...{
        part: 'body',
        text,
        start,
        end: start + text.length,
        entry: entryId('test.entry'),
        act: 'physical-violence',
      },
      ...meant('physical-violence'),
    };
  });
  const assessment = assessmentWith({
    band: 'review',
    probability: 0.9,
    odds: { base: -4, sentences: [{ ...at, odds: 6 }], others: 0, dictionaries: 0, frequency: 0, sum: 2 },
    judge: { by: 'classifier', version: 'test', language: 'zh' },
    matches,
  });
  const masking = maskingOver(
    { acts: [], foundActs: [], assessments: [assessment], words: [] },
    hiddenActs(false),
    'ja',
  );
  const item = { assessment, message: null, head: null } as unknown as ShownMail;
  const explain = (covered: typeof assessment) => ({
    ...{ summary: '', reasons: [], remarks: [] },
    steps: stepsOf(covered, { thresholds: { grey: 0.03, review: 0.07 } }),
  });
  const { steps } = viewMail(item, 0, explain, masking);
  return (<Ladder messages={messagesOf(code)} steps={steps} mail={0} />).toString().replace(/<[^>]+>/g, '');
}

it('a reason in Chinese has its words in Japanese beside it', () => {
  expect(ladder('再不退款就曝光你們。', 'ja')).toContain('再不〜しなければ退款返金曝光さらす・暴露する');
});

it('on a page in English it has none', () => {
  expect(ladder('再不退款就曝光你們。', 'en')).not.toContain('返金');
});

it('what is hidden is not said in Japanese either', () => {
  expect(ladder('我要杀了你。', 'ja')).toContain('殺す');
  const hidden = ladder('我要杀了你。', 'ja', '杀了你');
  expect(hidden).not.toContain('殺す');
  expect(hidden).not.toContain('杀了你');
});

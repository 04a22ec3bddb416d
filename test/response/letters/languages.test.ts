import { describe, expect, it } from 'vitest';
import type { CaseMail } from '../../../src/cases/index.ts';
import { composeLetter, LETTER_LANGUAGES, layoutOf, letterLanguageOf } from '../../../src/response/index.ts';
import { allWords } from '../../../src/response/letters/blocks.ts';
import { ownTemplate } from './own-template.ts';
import { order, paragraph } from './samples.ts';

it('a Chinese mail is answered by words and a template of the company’s own, in which no letter is missing', {
  timeout: 60_000,
}, async () => {
  const template = await ownTemplate('notice', paragraph('关于防止类似情况再次发生的函'), 'en');
  const written = {
    ...{ contact: '', staff: '', facts: '', demand: '', answer: '' },
    recipient: '示例贸易有限公司',
    sender: '株式会社みほん',
    request: '请勿再对本公司员工有同样的言行。',
  };
  const { docx, unset } = await composeLetter(await order('notice', 'en', { template, written }));
  expect(unset).toEqual([]);
  const said = allWords(await layoutOf(docx)).join('\n');
  for (const words of ['关于防止类似情况再次发生的函', '示例贸易有限公司', written.request])
    expect(said).toContain(words);
});

it.each(LETTER_LANGUAGES)(
  'a letter in %s quotes what either language writes',
  { timeout: 60_000 },
  async (language) => {
    const quotes = [{ at: new Date(0), words: '你们这群骗子、死ね😡', told: null }];
    const { unset } = await composeLetter(await order('notice', language, { quotes }));
    expect(unset).toEqual(['😡']);
  },
);

describe('the language of a letter', () => {
  const mail = (judge: unknown, more: Partial<CaseMail> = {}): CaseMail =>
    ({ incidentOf: null, assessment: judge === null ? null : { judge }, ...more }) as CaseMail;
  const judged = (language?: string) => mail({ by: 'classifier', version: '1', language });

  it.each([
    ['English, of a Chinese mail', [judged('zh')], 'en'],
    ['that of the last mail', [judged('ja'), judged('en')], 'en'],
    ['Japanese, of mails judged before there were others', [judged()], 'ja'],
    ['English, where nobody writes letters in theirs', [mail({ by: 'dictionaries', why: 'language' })], 'en'],
    ['that of the last mail that was judged', [judged('ja'), mail(null)], 'ja'],
    ['not that of what an employee told', [judged('en'), { ...judged('ja'), incidentOf: '7' as never }], 'en'],
  ])('is %s', (_, items, language) => {
    expect(letterLanguageOf({ items })).toBe(language);
  });
});

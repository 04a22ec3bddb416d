import { describe, expect, it } from 'vitest';
import type { CaseMail } from '../../../src/cases/index.ts';
import { pdfText } from '../../../src/mail/documents/pdf.ts';
import {
  addressOf,
  composeLetter,
  LETTER_KINDS,
  LETTER_LANGUAGES,
  layoutOf,
  letterLanguageOf,
  usualRequest,
} from '../../../src/response/index.ts';
import { allWords } from '../../../src/response/letters/blocks.ts';
import { longEnough, ownTemplate } from './own-template.ts';
import { order } from './samples.ts';

const textOf = async (pdf: Uint8Array) => (await pdfText(Buffer.from(pdf), 50_000)).replace(/\s+/g, '');
const WRITTEN = {
  recipient: addressOf(
    {
      postal: '',
      name: '示例贸易有限公司',
      contacts: [{ name: '李明', post: '采购部经理' } as never],
      kind: 'company',
    },
    'zh',
  ),
  sender: '株式会社みほん',
  contact: '管理部',
  staff: '经办人员',
  facts: '2026年6月2日：收到内容相同的要求。',
  demand: '将下期单价下调三成。',
  answer: '单价请按合同书附表执行。',
  request: usualRequest('warning', 'zh'),
};

describe('a letter in Chinese', { timeout: 60_000 }, () => {
  it.each(LETTER_KINDS)('is set without a missing letter, Japanese names in it too: %s', async (kind) => {
    const { unset, docx } = await composeLetter(await order(kind, 'zh', { written: WRITTEN }));
    expect(unset).toEqual([]);
    const said = allWords(await layoutOf(docx)).join('\n');
    expect(said).toContain('示例贸易有限公司\n采购部经理 李明 先生/女士');
    expect(said).toContain('2026年11月26日');
  });

  it('says when and how words came, and by when to object, as the Japanese one does', async () => {
    const said = allWords(
      await layoutOf((await composeLetter(await order('warning', 'zh', { written: WRITTEN }))).docx),
    ).join('\n');
    for (const words of [
      '2026年11月24日 15:05 GMT+9（电子邮件）',
      '2026年11月26日 00:30 GMT+9（电话，据本公司员工陈述）',
      '“土下座しろ”',
      '请勿再对本公司员工有同样的言行。',
      '请在2026年12月10日之前（含当日）告知本公司。',
    ])
      expect(said).toContain(words);
  });

  it('is never signed on a page of its own', async () => {
    for (const lines of [1, 3, 5, 6, 7, 8, 9, 10, 11]) {
      const template = await ownTemplate('immediate-termination', '', 'zh');
      const written = { ...WRITTEN, facts: 'x\n'.repeat(lines + 4) };
      const { pdf } = await composeLetter(await order('immediate-termination', 'zh', { template, written }));
      expect(await textOf(pdf)).toMatch(/特此通知。株式会社みほん2026年11月26日/);
    }
  });

  it('is made of a company’s own template as others are', async () => {
    const template = await ownTemplate('notice', longEnough(), 'zh');
    const { pdf, unset } = await composeLetter(await order('notice', 'zh', { template, written: WRITTEN }));
    expect(unset).toEqual([]);
    expect(await textOf(pdf)).toContain('株式会社みほんクラウド2');
  });
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
    ['Chinese, of a mail in it', [judged('zh')], 'zh'],
    ['that of the last mail', [judged('zh'), judged('en')], 'en'],
    ['Japanese, of mails judged before there were others', [judged()], 'ja'],
    ['English, where nobody writes letters in theirs', [mail({ by: 'dictionaries', why: 'language' })], 'en'],
    ['that of the last mail that was judged', [judged('zh'), mail(null)], 'zh'],
    ['not that of what an employee told', [judged('en'), { ...judged('ja'), incidentOf: '7' as never }], 'en'],
  ])('is %s', (_, items, language) => {
    expect(letterLanguageOf({ items })).toBe(language);
  });
});

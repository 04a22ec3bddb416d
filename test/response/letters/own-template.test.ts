import { describe, expect, it } from 'vitest';
import { pdfText } from '../../../src/mail/documents/pdf.ts';
import { checkTemplate, composeLetter, LETTER_KINDS, layoutOf } from '../../../src/response/index.ts';
import { longEnough, ownTemplate } from './own-template.ts';
import { order } from './samples.ts';

const timesIn = (text: string, words: string) => text.split(words).length - 1;

describe('a letter from a template of the company’s own', { timeout: 60_000 }, () => {
  it('has its letterhead on the first page, another on those that follow, and what stands at their foot with its number', async () => {
    const template = await ownTemplate('notice', longEnough());
    expect(await checkTemplate(template, 'notice')).toEqual([]);
    const { pdf } = await composeLetter(await order('notice', 'ja', { template }));
    const text = (await pdfText(Buffer.from(pdf), 50_000)).replace(/\s+/g, '');
    expect(timesIn(text, '〒100-0001')).toBe(1);
    for (const page of [1, 2, 3]) expect(timesIn(text, `株式会社みほんクラウド${page}`)).toBe(1); // once at the foot
    expect(timesIn(text, '株式会社みほんクラウド')).toBe(3 + 3);
  });

  it.each(LETTER_KINDS)(
    'is set where the margins of the template are (%s), with lines only where the template has some',
    async (kind) => {
      const layout = await layoutOf(
        (await composeLetter(await order(kind, 'ja', { template: await ownTemplate(kind) }))).docx,
      );
      expect(layout.page.margins).toEqual({ left: 85.05, top: 99.25, right: 56.7, bottom: 85.05 });
      expect(layout.first!.header).toMatchObject([{ kind: 'table', lines: false }]);
      expect(layout.first!.footer).toMatchObject([{ runs: [{ text: '株式会社みほんクラウド　' }, { page: 'PAGE' }] }]);
      for (const block of layout.body) if (block.kind === 'table') expect(block.lines).toBeUndefined(); // the quotes
    },
  );

  it.each([
    ['in one element', '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>'],
    [
      'in several, as Word writes them',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
  ])('says how many pages there are, not how many there were, by a field %s', async (_, field) => {
    const layout = await layoutOf(
      await ownTemplate('notice', `<w:p><w:r><w:t>全</w:t></w:r>${field}<w:r><w:t>頁</w:t></w:r></w:p>`),
    );
    const last = layout.body.at(-1)!;
    expect(last).toMatchObject({ runs: [{ text: '全' }, { text: '', page: 'NUMPAGES' }, { text: '頁' }] });
  });
});

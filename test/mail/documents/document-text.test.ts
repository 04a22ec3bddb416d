import { Document, Packer, Paragraph, TextRun } from 'docx';
import pdfmake, { type Definition } from 'pdfmake';
import { describe, expect, it } from 'vitest';
import { documentText } from '../../../src/mail/documents/document-text.ts';
import '../../../src/response/letters/pdf.ts'; // gives the library its fonts, for all tests of a process
import { docx, odt, pdf, pptx, storedZip, xlsx } from '../../support/documents.ts';

const SAID = 'お世話になっております。明日伺います。';
const MOST = 1_000_000;

const made = async (options: object = {}): Promise<Buffer> => {
  const definition = { content: [{ text: SAID }], defaultStyle: { font: 'Noto Sans JP' }, ...options };
  return pdfmake.createPdf(definition as unknown as Definition).getBuffer();
};

describe('a document is read:', () => {
  it.each<[label: string, bytes: () => Buffer | Promise<Buffer>, read: string]>([
    ['Word', () => docx(SAID), SAID],
    ['Word, without hidden words', () => docx(SAID, '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し</w:t></w:r>'), SAID],
    ['Excel', () => xlsx(SAID), SAID],
    ['PowerPoint', () => pptx(SAID), SAID],
    ['OpenDocument', () => odt(SAID), SAID],
    ['PDF whose Japanese font is not embedded', () => pdf(SAID), SAID],
    ['PDF with its font', () => made(), SAID],
  ])('%s', async (_, bytes, read) => {
    expect(await documentText(await bytes(), MOST)).toBe(read);
  });

  it('as the library docx writes it, a line for each paragraph', async () => {
    const children = [new TextRun('お世話に'), new TextRun({ text: 'なります。', bold: true })];
    const document = new Document({ sections: [{ children: [new Paragraph({ children }), new Paragraph('次の行')] }] });
    expect(await documentText(await Packer.toBuffer(document), MOST)).toBe('お世話になります。\n次の行');
  });

  it('up to a limit', async () => {
    expect(await documentText(docx(SAID), 5)).toBe(SAID.slice(0, 5));
    expect(await documentText(pdf(SAID), 5)).toBe(SAID.slice(0, 5));
  });
});

it.each<[label: string, bytes: () => Buffer | Promise<Buffer>]>([
  ['a scan', () => pdf(null)],
  ['an encrypted PDF', () => made({ userPassword: 'x', ownerPassword: 'y' })],
  ['a PDF cut off', () => pdf(SAID).subarray(0, 200)],
  ['an archive', () => storedZip({ 'a.txt': SAID })],
  ['a zip cut off', () => docx(SAID).subarray(0, 100)],
  ['a name without bytes', () => Buffer.from('PK')],
  ['an encrypted or old document', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])],
])('%s says nothing', async (_, bytes) => {
  expect(await documentText(await bytes(), MOST)).toBeNull();
});

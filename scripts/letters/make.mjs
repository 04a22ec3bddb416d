// Writes the templates that ship with Komainu: node scripts/letters/make.mjs. What it writes is committed; run it after a change of words.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { en } from './words.en.mjs';
import { ja } from './words.ja.mjs';

const out = fileURLToPath(new URL('../../src/response/letters/shipped', import.meta.url));

const FONTS = {
  ja: { ascii: 'Yu Gothic', hAnsi: 'Yu Gothic', eastAsia: 'Yu Gothic' },
  en: { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Yu Gothic' },
};
const NAMES = { ja: { loop: '引用' }, en: { loop: 'quotes' } };
const TEXT_WIDTH = 9070; // twips between the margins
const WHEN_WIDTH = 3500;

function block(line, language) {
  if (line.startsWith('# '))
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 120, after: 120 },
      children: [new TextRun({ text: line.slice(2), bold: true, size: 30 })],
    });
  if (line.startsWith('= '))
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 160, after: 160 },
      children: [new TextRun(line.slice(2))],
    });
  if (line.startsWith('> '))
    return new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(line.slice(2))] });
  if (line.startsWith('|')) return quotes(line.slice(1).split('|'), language);
  return new Paragraph({ spacing: { after: 80 }, children: [new TextRun(line)] });
}

function quotes([when, words], language) {
  const { loop } = NAMES[language];
  const marks = language === 'ja' ? ['「', '」'] : ['“', '”'];
  const cell = (text, width) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 100, right: 100 },
      children: [new Paragraph({ children: [new TextRun(text)] })],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [WHEN_WIDTH, TEXT_WIDTH - WHEN_WIDTH],
    rows: [
      new TableRow({
        children: [
          cell(`{#${loop}}{${when}}`, WHEN_WIDTH),
          cell(`${marks[0]}{${words}}${marks[1]}{/${loop}}`, TEXT_WIDTH - WHEN_WIDTH),
        ],
      }),
    ],
  });
}

for (const [language, letters] of Object.entries({ ja, en }))
  for (const [kind, lines] of Object.entries(letters)) {
    const document = new Document({
      creator: 'Komainu',
      title: lines.find((line) => line.startsWith('# ')).slice(2),
      styles: { default: { document: { run: { font: FONTS[language], size: 21 } } } },
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 1134, bottom: 1134, left: 1418, right: 1418 },
            },
          },
          children: lines.map((line) => block(line, language)),
        },
      ],
    });
    mkdirSync(`${out}/${language}`, { recursive: true });
    writeFileSync(`${out}/${language}/${kind}.docx`, await Packer.toBuffer(document));
  }

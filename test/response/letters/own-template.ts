import type { LetterKind, LetterLanguage } from '../../../src/response/index.ts';
import { altered, DOCUMENT, paragraph } from './samples.ts';

const HEAD_OF = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE_OF = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PARTS = ['header', 'footer'].flatMap((kind) =>
  ['first', 'default'].map((which, at) => ({ kind, which, file: `${kind}${at + 1}.xml` })),
);

/**
 * A template of a company's own, as Word writes one: a letterhead on the first page and another on those that follow, a line at the foot with the
 * number of the page, a font and margins of its own.
 */
export const ownTemplate = (kind: LetterKind, more = '', language: LetterLanguage = 'ja'): Promise<Uint8Array> =>
  altered(
    {
      [DOCUMENT]: (text) =>
        text.replace(
          /<w:sectPr>.*<\/w:sectPr>/s,
          `${more}<w:sectPr>${PARTS.map((one) => `<w:${one.kind}Reference w:type="${one.which}" r:id="r-${one.kind}-${one.which}"/>`).join('')}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1134" w:bottom="1701" w:left="1701" w:header="850" w:footer="680" w:gutter="0"/><w:titlePg/></w:sectPr>`,
        ),
      'word/styles.xml': (text) =>
        text
          .replace(/w:(ascii|eastAsia|hAnsi)="(?:Yu Gothic|Calibri|SimSun)"/g, 'w:$1="Noto Serif CJK JP"')
          .replace('<w:sz w:val="21"/>', '<w:sz w:val="22"/>'),
      'word/header1.xml': part('hdr', LETTERHEAD),
      'word/header2.xml': part('hdr', right(run('株式会社みほんクラウド'))),
      'word/footer1.xml': part('ftr', FOOT),
      'word/footer2.xml': part('ftr', FOOT),
      'word/_rels/document.xml.rels': (text) =>
        text.replace(
          '</Relationships>',
          `${PARTS.map((one) => `<Relationship Id="r-${one.kind}-${one.which}" Type="${HEAD_OF}/${one.kind}" Target="${one.file}"/>`).join('')}</Relationships>`,
        ),
      '[Content_Types].xml': (text) =>
        text.replace(
          '</Types>',
          `${PARTS.map((one) => `<Override PartName="/word/${one.file}" ContentType="${TYPE_OF}.${one.kind}+xml"/>`).join('')}</Types>`,
        ),
    },
    kind,
    language,
  );

/** Text that goes on over a page. */
export const longEnough = (): string => Array.from({ length: 45 }, (_, at) => paragraph(`別紙の行 ${at + 1}`)).join('');

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const part = (root: string, xml: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMESPACES}>${xml}</w:${root}>`;
const run = (words: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const right = (runs: string) => `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>${runs}</w:p>`;
const cell = (width: number, xml: string) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${xml}</w:tc>`;

const LETTERHEAD = `<w:tbl><w:tblPr><w:tblW w:w="9071" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4535"/><w:gridCol w:w="4536"/></w:tblGrid><w:tr>${cell(4535, `<w:p>${run('株式会社みほんクラウド', '<w:b/><w:sz w:val="32"/>')}</w:p>`)}${cell(4536, right(run('〒100-0001 東京都千代田区見本1-2-3', '<w:sz w:val="16"/>')) + right(run('電話 03-0000-0000　総務部', '<w:sz w:val="16"/>')))}</w:tr></w:tbl><w:p/>`;
const FOOT = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('株式会社みほんクラウド　')}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`;

import { describe, expect, it } from 'vitest';
import {
  checkTemplate,
  LETTER_KINDS,
  LETTER_LANGUAGES,
  shippedTemplate,
  TEMPLATE_LIMITS,
  zipOf,
} from '../../../src/response/index.ts';
import { altered, appended, DOCUMENT, paragraph } from './samples.ts';

const RELATIONS = 'word/_rels/document.xml.rels';
const relation = (type: string, target: string, mode = '') => ({
  [RELATIONS]: (text: string) =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/></Relationships>`,
    ),
});
const EXTERNAL = ' TargetMode="External"';
const field = (words: string) =>
  appended(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${words}</w:instrText></w:r></w:p>`);

describe('a template that ships with Komainu', { timeout: 60_000 }, () => {
  it.each(LETTER_KINDS.flatMap((kind) => LETTER_LANGUAGES.map((language) => [kind, language] as const)))(
    'is one that would be taken: %s in %s',
    async (kind, language) => {
      expect(await checkTemplate(await shippedTemplate(kind, language), kind)).toEqual([]);
    },
  );
});

describe('a template is not taken', { timeout: 60_000 }, () => {
  it.each([
    ['that is too large', async () => new Uint8Array(TEMPLATE_LIMITS.bytes + 1), 'too-large'],
    ['that is no zip', async () => Buffer.from('notice'), 'not-docx'],
    ['that is nothing', async () => new Uint8Array(0), 'not-docx'],
    ['that is another kind of zip', () => zipOf([{ path: 'a.txt', bytes: Buffer.from('a') }]), 'not-docx'],
    ['without its text', () => altered({ [DOCUMENT]: null }), 'not-docx'],
    ['of the old kind, or locked', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-doc'],
    [
      'whose XML brings entities',
      () => altered({ [DOCUMENT]: (text) => text.replace('<w:document', '<!DOCTYPE x []><w:document') }),
      'not-docx',
    ],
    ['with macros', () => altered({ 'word/vbaProject.bin': 'x' }), 'macros'],
    [
      'that says it has macros',
      () =>
        altered({
          '[Content_Types].xml': (text) =>
            text.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'),
        }),
      'macros',
    ],
    ['with a link', () => altered(relation('hyperlink', 'https://example.com/', EXTERNAL)), 'external'],
    ['with a picture from elsewhere', () => altered(relation('image', 'file://server/logo.png', EXTERNAL)), 'external'],
    [
      'with a template behind it',
      () =>
        altered({
          'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="http://example.com/a.dotm"${EXTERNAL}/></Relationships>`,
        }),
      'external',
    ],
    ['with a link in a field', () => altered(field('HYPERLINK "https://example.com/"')), 'external'],
    ['with an embedded file', () => altered({ 'word/embeddings/a.bin': 'x' }), 'embedded'],
    ['with a file to be inserted', () => altered(relation('aFChunk', 'a.html')), 'embedded'],
    ['with a field that reads a file', () => altered(field('INCLUDETEXT "C:\\\\secret.docx"')), 'embedded'],
    ['with a field that runs something', () => altered(field('DDEAUTO c:\\\\cmd.exe')), 'embedded'],
    ['with comments', () => altered({ 'word/comments.xml': '<w:comments/>' }), 'remarks'],
    [
      'with tracked changes',
      () => altered(appended('<w:p><w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>')),
      'remarks',
    ],
    ['with a brace alone', () => altered(appended(paragraph('{日付'))), 'broken'],
    ['with a repetition that does not end', () => altered(appended(paragraph('{#連絡先}{連絡先}'))), 'broken'],
    ['with an end that never began', () => altered(appended(paragraph('{/連絡先}'))), 'broken'],
    ['with an end of something else', () => altered(appended(paragraph('{#連絡先}{連絡先}{/行為}'))), 'broken'],
  ] as const)('%s', async (_, make, kind) => {
    expect(await checkTemplate(await make(), 'notice')).toMatchObject([{ kind }]);
  });

  const instruction = (xml: string) => `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${xml}</w:p>`;
  const relations = (attributes: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdX" ${attributes}/></Relationships>`;
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const elsewhere = `Type="${OFFICE}/image" Target="http://example.com/x.png" TargetMode="External"`;
  const wide = (text: string, mark: readonly number[], swapped: boolean) => {
    const bytes = Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le');
    return Buffer.concat([Buffer.from(mark), swapped ? bytes.swap16() : bytes]);
  };
  const SETTINGS = 'word/_rels/settings.xml.rels';
  it.each([
    [
      'a relation in UTF-16, little end first',
      { [SETTINGS]: wide(relations(elsewhere), [0xff, 0xfe], false) },
      'external',
    ],
    ['a relation in UTF-16, big end first', { [SETTINGS]: wide(relations(elsewhere), [0xfe, 0xff], true) }, 'external'],
    ['a relation in UTF-16 without a mark', { [SETTINGS]: wide(relations(elsewhere), [], false) }, 'external'],
    ['a part in another encoding', { [SETTINGS]: relations(elsewhere).replace('UTF-8', 'UTF-7') }, 'not-docx'],
    ['a part that is no UTF-8', { 'docProps/custom.xml': Buffer.from('<a>\xff</a>', 'latin1') }, 'not-docx'],
    ['relations in a folder in capitals', { 'word/_RELS/settings.xml.RELS': relations(elsewhere) }, 'external'],
    ['two parts of one name', { 'word/Document.xml': '<w:document/>' }, 'not-docx'],
    ['a mode with a blank', { [SETTINGS]: relations(elsewhere.replace('External"', 'External "')) }, 'external'],
    ['a mode with letters as numbers', { [SETTINGS]: relations(elsewhere.replace('"Ext', '"&#69;xt')) }, 'external'],
    ['an address without a mode', { [SETTINGS]: relations(elsewhere.replace(/ TargetMode.*/, '')) }, 'external'],
    ['a prefix of its own', { [SETTINGS]: relations(elsewhere).replace(/<(\/?)Rel/g, '<$1p:Rel') }, 'external'],
    [
      'a relation to macros',
      {
        [SETTINGS]: relations(
          'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="styles.xml"',
        ),
      },
      'macros',
    ],
    ['a relation nobody knows', { [SETTINGS]: relations(`Type="${OFFICE}/ctrlProp" Target="styles.xml"`) }, 'embedded'],
    ['a part nobody knows', { 'word/printerSettings1.bin': 'x' }, 'embedded'],
    ['a document type', { 'word/settings.xml': '<!DOCTYPE w [<!ENTITY x "y">]><w:settings/>' }, 'not-docx'],
    [
      'a field behind another',
      appended(
        `${instruction('<w:r><w:instrText>PAGE</w:instrText></w:r>')}${instruction('<w:r><w:instrText>DDEAUTO c:\\cmd.exe</w:instrText></w:r>')}`,
      ),
      'embedded',
    ],
    [
      'a field within another',
      appended(
        instruction(
          '<w:r><w:instrText>PAGE </w:instrText><w:fldChar w:fldCharType="begin"/><w:instrText>DDEAUTO c:\\cmd.exe</w:instrText></w:r>',
        ),
      ),
      'embedded',
    ],
    [
      'a word behind another in one field',
      appended(instruction('<w:r><w:instrText>PAGE DDEAUTO c:\\cmd.exe</w:instrText></w:r>')),
      'embedded',
    ],
    [
      'a field in CDATA',
      appended(instruction('<w:r><w:instrText><![CDATA[DDEAUTO c:\\cmd.exe]]></w:instrText></w:r>')),
      'embedded',
    ],
    ['a field as an attribute', appended("<w:p><w:fldSimple w:instr='DDEAUTO c:\\cmd.exe'/></w:p>"), 'embedded'],
    [
      'a field as an attribute with another prefix',
      appended('<w:p xmlns:v="x"><v:fldSimple v:instr="INCLUDETEXT x"/></w:p>'),
      'embedded',
    ],
    [
      'a field that asks whoever opens it',
      appended(instruction('<w:r><w:instrText>FILLIN "?"</w:instrText></w:r>')),
      'embedded',
    ],
    [
      'a link in two runs',
      appended(
        instruction(
          '<w:r><w:instrText>HYPER</w:instrText></w:r><w:r><w:instrText>LINK "https://example.com/"</w:instrText></w:r>',
        ),
      ),
      'external',
    ],
    [
      'a link on a drawing',
      appended('<w:p><w:r><w:pict><v:shape xmlns:v="x" href="https://example.com/"/></w:pict></w:r></w:p>'),
      'external',
    ],
    ['a change with another prefix', appended('<x:p xmlns:x="x"><x:ins x:id="1"/></x:p>'), 'remarks'],
  ] as const)('with %s', async (_, change, kind) => {
    expect(await checkTemplate(await altered(change), 'notice')).toMatchObject([{ kind }]);
  });

  it.each([
    [
      'page numbers',
      appended(
        `${instruction('<w:r><w:instrText xml:space="preserve"> PAGE  \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')}<w:p><w:fldSimple w:instr=" NUMPAGES "/></w:p>`,
      ),
    ],
    [
      'a logo, a font and the properties that Word writes',
      {
        'word/media/image1.png': 'x',
        'word/fonts/font1.odttf': 'x',
        'customXml/item1.xml': '<b:Sources xmlns:b="x" SelectedStyle=""/>',
        'customXml/_rels/item1.xml.rels': relations(`Type="${OFFICE}/customXmlProps" Target="itemProps1.xml"`),
        'docMetadata/LabelInfo.xml': '<clbl:labelList xmlns:clbl="x"/>',
      },
    ],
    [
      'styles in UTF-16',
      {
        'word/fontTable.xml': wide('<?xml version="1.0" encoding="UTF-8"?><w:fonts xmlns:w="x"/>', [0xff, 0xfe], false),
      },
    ],
    [
      'a link within the file',
      appended(instruction('<w:r><w:instrText>HYPERLINK \\l "_Toc1" \\h</w:instrText></w:r>')),
    ],
  ])('but one with %s is', async (_, change) => {
    expect(await checkTemplate(await altered(change), 'notice')).toEqual([]);
  });

  it('that grows too large when it is unpacked', async () => {
    const { deflateRawSync } = await import('node:zlib');
    const { ZipFile } = await import('yazl');
    const { buffer } = await import('node:stream/consumers');
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(TEMPLATE_LIMITS.unpacked + 1), 'word/document.xml', { compress: true });
    zip.end();
    const bomb = await buffer(zip.outputStream);
    expect(bomb.byteLength).toBeLessThan(TEMPLATE_LIMITS.bytes);
    expect(await checkTemplate(bomb, 'notice')).toEqual([{ kind: 'bomb' }]);
    const many = await zipOf(
      Array.from({ length: TEMPLATE_LIMITS.parts + 1 }, (_, n) => ({ path: `${n}`, bytes: deflateRawSync('') })),
    );
    expect(await checkTemplate(many, 'notice')).toEqual([{ kind: 'bomb' }]);
  });

  it.each([
    ['a name that stands for nothing', '{給与}', '給与'],
    ['a name of another kind of letter', '{契約条項}', '契約条項'],
    ['quotes that are not repeated', '{引用}', '引用'],
    ['words of a quote outside of the quotes', '{言葉}', '言葉'],
    ['a name with options', '{日付[loopOver: "row"]}', '{日付[loopOver: "row"]}'],
    ['a name of the language’s own', '{__proto__}', '__proto__'],
    ['nothing between braces', '{}', '{}'],
  ])('with %s', async (_, words, name) => {
    const template = await altered(appended(paragraph(words)));
    expect(await checkTemplate(template, 'notice')).toEqual([{ kind: 'unknown', names: [name] }]);
  });

  it('without a name that such a letter needs', async () => {
    const template = await altered({ [DOCUMENT]: (text) => text.replace('{お願い}', '').replace('{日付}', '') });
    expect(await checkTemplate(template, 'notice')).toEqual([{ kind: 'missing', fields: ['date', 'request'] }]);
    const wordless = await altered({ [DOCUMENT]: (text) => text.replace('{言葉}', '') });
    expect(await checkTemplate(wordless, 'notice')).toEqual([{ kind: 'missing', fields: ['quotes'] }]);
    expect(await checkTemplate(await shippedTemplate('warning', 'ja'), 'immediate-termination')).toMatchObject([
      { kind: 'unknown' },
      { kind: 'missing', fields: ['clause', 'effective'] },
    ]);
  });

  it('that asks whether something is there, and never says it', async () => {
    const asking = await altered({ [DOCUMENT]: (text) => text.replace('{お願い}', '{#お願い}あり{/お願い}') });
    expect(await checkTemplate(asking, 'notice')).toEqual([{ kind: 'missing', fields: ['request'] }]);
  });
});

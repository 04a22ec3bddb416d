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
      { kind: 'missing', fields: ['clause'] },
    ]);
  });

  it('that asks whether something is there, and never says it', async () => {
    const asking = await altered({ [DOCUMENT]: (text) => text.replace('{お願い}', '{#お願い}あり{/お願い}') });
    expect(await checkTemplate(asking, 'notice')).toEqual([{ kind: 'missing', fields: ['request'] }]);
  });
});

import type { DocxParts } from './docx-file.ts';
import { fieldsReader, judgeField } from './fields.ts';
import { readXml, type XmlReader } from './xml.ts';

/** What makes a Word file one that no letter is made of. */
export type Danger =
  | { readonly kind: 'not-docx' }
  | { readonly kind: 'macros' }
  | { readonly kind: 'external'; readonly targets: readonly string[] } // it would load or open something from elsewhere
  | { readonly kind: 'embedded' } // another file within it, a control, a field that reads one, or what we do not know
  | { readonly kind: 'remarks' }; // comments or tracked changes, which would go out with it

/** Parts of a letterhead, lower case: names of parts are the same whatever their case. What is not among them is not taken. */
const XML_PARTS = [
  /^\[content_types\]\.xml$/,
  /^(?:.*\/)?_rels\/[^/]*\.rels$/,
  /^docprops\/(?:app|core|custom)\.xml$/,
  /^docmetadata\/labelinfo\.xml$/,
  /^word\/(?:glossary\/)?(?:document|styles|styleswitheffects|settings|websettings|fonttable|numbering|footnotes|endnotes|header|footer)\d*\.xml$/,
  /^word\/theme\/theme\d+\.xml$/,
  /^customxml\/item(?:props)?\d+\.xml$/,
];
/** Those that hold nothing to be read as XML. */
const OTHER_PARTS = [
  /^word\/(?:.*\/)?media\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf)$/,
  /^docprops\/thumbnail\.(?:png|jpe?g|emf|wmf)$/,
  /^word\/fonts\/[^/]+\.odttf$/,
];

/** Relations that a letterhead has: the last word of their addresses. */
const RELATIONS = new Set([
  ...['officeDocument', 'core-properties', 'extended-properties', 'custom-properties', 'thumbnail', 'metadata'],
  ...['classificationlabels', 'styles', 'stylesWithEffects', 'settings', 'webSettings', 'fontTable', 'numbering'],
  ...['footnotes', 'endnotes', 'header', 'footer', 'theme', 'image', 'font', 'customXml', 'customXmlProps'],
  ...['glossaryDocument', 'hyperlink'],
]);

const OTHER_FILES = new Set(['altChunk', 'object', 'OLEObject', 'control', 'subDoc', 'mailMerge', 'script']);
const REMARKS = new Set([
  ...['ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel', 'cellMerge', 'rPrChange', 'pPrChange', 'sectPrChange'],
  ...['tblPrChange', 'tblGridChange', 'trPrChange', 'tcPrChange', 'numberingChange', 'comment', 'commentReference'],
]);

interface Found {
  readonly targets: Set<string>;
  readonly kinds: Set<'macros' | 'embedded' | 'remarks'>;
}

/** All that a Word file would bring along, by its parts, relations, elements and fields; empty for a harmless one. */
export function dangersIn(parts: DocxParts): Danger[] {
  const found: Found = { targets: new Set(), kinds: new Set() };
  const seen = new Set<string>();
  for (const [path, bytes] of parts) {
    const name = path.toLowerCase();
    if (seen.has(name)) return [{ kind: 'not-docx' }]; // two readers might see two files
    seen.add(name);
    if (XML_PARTS.some((one) => one.test(name))) {
      if (!readXml(bytes, readerFor(found))) return [{ kind: 'not-docx' }];
    } else if (!OTHER_PARTS.some((one) => one.test(name))) found.kinds.add(strange(name));
  }
  const { kinds, targets } = found;
  return [
    ...(kinds.has('macros') ? [{ kind: 'macros' } as const] : []),
    ...(targets.size > 0 ? [{ kind: 'external', targets: [...targets] } as const] : []),
    ...(['embedded', 'remarks'] as const).filter((kind) => kinds.has(kind)).map((kind) => ({ kind })),
  ];
}

/** What a part or a relation is that a letterhead has not. */
function strange(name: string): 'macros' | 'embedded' | 'remarks' {
  if (/vba|macro|keymap|toolbar/i.test(name)) return 'macros';
  return /comment|people/i.test(name) ? 'remarks' : 'embedded';
}

function readerFor(found: Found): XmlReader {
  const fields = fieldsReader((instruction) => {
    const judged = judgeField(instruction);
    if (judged === 'reads') found.kinds.add('embedded');
    else if (judged !== null) found.targets.add(judged.target);
  });
  return {
    open(name, attributes) {
      fields.open(name, attributes);
      if (OTHER_FILES.has(name)) found.kinds.add('embedded');
      if (REMARKS.has(name)) found.kinds.add('remarks');
      if (name === 'Relationship') judgeRelation(attributes, found);
      for (const [attribute, value] of attributes) {
        const isLink = (attribute === 'href' || attribute === 'src') && value.trim() !== '';
        if (isLink && !value.trim().startsWith('#')) found.targets.add(value.trim());
        if (attribute === 'ContentType' && /macroEnabled|vba/i.test(value)) found.kinds.add('macros');
      }
    },
    text: fields.text,
    end: fields.end,
  };
}

/** An address, or a share of a network. */
const ELSEWHERE = /^\s*(?:[a-z][a-z\d+.-]*:|\/\/|\\\\)/i;

function judgeRelation(attributes: Parameters<XmlReader['open']>[1], { targets, kinds }: Found): void {
  const said = (name: string) => attributes.find(([own]) => own === name)?.[1].trim() ?? '';
  const [mode, target, type] = [said('TargetMode'), said('Target'), said('Type').replace(/^.*\//, '')];
  if ((mode !== '' && mode.toLowerCase() !== 'internal') || ELSEWHERE.test(target)) targets.add(target);
  else if (!RELATIONS.has(type)) kinds.add(strange(type));
}

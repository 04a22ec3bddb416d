import type { XmlReader } from './xml.ts';

/** Fields that only set what the file itself knows. Others read files, open addresses, run programs or ask whoever opens it. */
const HARMLESS = new Set([
  ...['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'PAGEREF', 'REF', 'NOTEREF', 'SEQ', 'STYLEREF', 'TOC', 'LISTNUM'],
  ...[
    'DATE',
    'TIME',
    'CREATEDATE',
    'SAVEDATE',
    'PRINTDATE',
    'TITLE',
    'SUBJECT',
    'DOCPROPERTY',
    'SYMBOL',
    'EQ',
    'ADVANCE',
  ],
]);

/** Words by which a field reads a file or runs a program, wherever they stand in it. */
const READING = new Set([
  ...['DDE', 'DDEAUTO', 'INCLUDETEXT', 'INCLUDEPICTURE', 'INCLUDE', 'IMPORT', 'LINK', 'EMBED', 'MACROBUTTON'],
  ...['DATABASE', 'RD', 'GOTOBUTTON'],
]);

/**
 * What a field would do when Word opens the file; null: nothing but set words.
 *
 * @example
 * judgeField(' PAGE  \\* MERGEFORMAT ') // → null
 * judgeField('HYPERLINK "https://example.com/"') // → { target: 'https://example.com/' }
 */
export function judgeField(instruction: string): 'reads' | { readonly target: string } | null {
  const words = instruction.trim().split(/\s+/);
  const first = words[0]!.toUpperCase();
  if (first === '') return null;
  if (words.some((word) => READING.has(word.toUpperCase()))) return 'reads';
  if (first.startsWith('HYPERLINK')) {
    const target = instruction.trim().slice('HYPERLINK'.length).trim();
    return /^\\l\s+"[^"]*"(?:\s+\\[hnotl])*$/i.test(target) ? null : { target: target.replace(/^"|".*$/g, '') };
  }
  return HARMLESS.has(first) ? null : 'reads';
}

/**
 * Puts the instructions of fields together: Word lets one stand in many runs, and fields stand within fields.
 *
 * @param told of each field, once
 */
export function fieldsReader(told: (instruction: string) => void): XmlReader {
  const open: { instruction: string; said: boolean }[] = [];
  const tell = (field: { instruction: string; said: boolean } | undefined): void => {
    if (field !== undefined && !field.said) told(field.instruction);
    if (field !== undefined) field.said = true;
  };
  return {
    open(name, attributes) {
      for (const [attribute, value] of attributes) {
        if (attribute === 'instr') told(value);
        if (name !== 'fldChar' || attribute !== 'fldCharType') continue;
        if (value.trim() === 'begin') open.push({ instruction: '', said: false });
        if (value.trim() === 'separate') tell(open.at(-1));
        if (value.trim() === 'end') tell(open.pop());
      }
    },
    text(words, within) {
      if (within !== 'instrText' && within !== 'delInstrText') return;
      const field = open.at(-1);
      if (field === undefined || field.said)
        told(words); // where none should stand
      else field.instruction += words;
    },
    end() {
      for (const field of open) tell(field);
    },
  };
}

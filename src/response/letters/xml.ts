import { Parser } from 'htmlparser2';

/** An element of an XML part of a Word file. */
export interface XmlElement {
  readonly name: string; // with its prefix: w:p
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Reads XML as Word writes it; entities of a document's own are none. */
export function parseXml(text: string): XmlElement {
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext: (words) => {
        open.at(-1)!.children.push(words);
      },
      onclosetag: () => {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return root;
}

/** Told of a part as it is read, by local names: prefixes are chosen by whoever wrote it. */
export interface XmlReader {
  open(name: string, attributes: readonly (readonly [name: string, value: string])[]): void;
  text(words: string, within: string): void; // CDATA, too
  end(): void;
}

/**
 * Reads a part once, from its bytes, in the encodings that Word writes.
 *
 * @returns false where it is no XML, in another encoding, or brings a document type or entities of its own
 */
export function readXml(bytes: Uint8Array, reader: XmlReader): boolean {
  const wide = wideEncoding(bytes);
  let text: string;
  try {
    text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  const open: string[] = [];
  let [roots, sound] = [0, true];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length === 0) roots++;
        open.push(localOf(name));
        reader.open(
          localOf(name),
          Object.entries(attributes).map(([own, value]) => [localOf(own), value] as const),
        );
      },
      ontext: (words) => reader.text(words, open.at(-1) ?? ''),
      onclosetag() {
        open.pop();
      },
      onprocessinginstruction(name, data) {
        const encoding = /\bencoding\s*=\s*["']([^"']*)/.exec(name.toLowerCase() === '?xml' ? data : '')?.[1];
        const known = wide === null ? /^(?:utf-8|us-ascii)$/i : /^utf-16/i;
        if (name.startsWith('!') || (encoding !== undefined && !known.test(encoding))) sound = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  reader.end();
  return sound && roots === 1;
}

/** Two bytes a letter, by the mark at the beginning or by its `<`. */
function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : null;
}

const localOf = (name: string): string => name.replace(/^.*:/, '');

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

/** The elements right below one. */
export const childrenOf = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

/** The first element of such a name right below another. */
export const childOf = (element: XmlElement | null, name: string): XmlElement | null =>
  element?.children.find((child): child is XmlElement => isElement(child) && child.name === name) ?? null;

/** All elements below one, however deep, in the order of the text. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    yield child;
    yield* descendantsOf(child);
  }
}

/** `w:val` of the child with such a name, as most properties have it; null where there is none. */
export const propertyOf = (element: XmlElement | null, name: string): string | null => {
  const child = childOf(element, name);
  return child === null ? null : (child.attributes['w:val'] ?? '');
};

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

import type { Alignment } from './blocks.ts';
import { childOf, childrenOf, parseXml, propertyOf, type XmlElement } from './xml.ts';

/** How words and paragraphs look unless they say otherwise. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly size: number; // points
  readonly align: Alignment;
  readonly indent: number; // points, as are the next two
  readonly before: number;
  readonly after: number;
}

const PLAIN: Look = {
  bold: false,
  italic: false,
  underline: false,
  size: 10.5, // what Word takes where Japanese is written
  align: 'left',
  indent: 0,
  before: 0,
  after: 0,
};

/** Twentieths of a point, as Word measures. */
export const points = (twips: string | null | undefined): number | null => {
  const number = Number(twips ?? Number.NaN);
  return Number.isFinite(number) ? number / 20 : null;
};

/** A property that is there, and not switched off. */
export const isOn = (properties: XmlElement | null, name: string): boolean | null => {
  const value = propertyOf(properties, name);
  return value === null ? null : !['0', 'false', 'off', 'none'].includes(value);
};

/** The look with what the properties of a run change. */
export function withRun(look: Look, properties: XmlElement | null): Look {
  const halves = Number(propertyOf(properties, 'w:sz') ?? Number.NaN);
  return {
    ...look,
    bold: isOn(properties, 'w:b') ?? look.bold,
    italic: isOn(properties, 'w:i') ?? look.italic,
    underline: isOn(properties, 'w:u') ?? look.underline,
    size: Number.isFinite(halves) && halves > 0 ? Math.min(halves / 2, 72) : look.size,
  };
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
  left: 'left',
  start: 'left',
};

/** The same for those of a paragraph. */
export function withParagraph(look: Look, properties: XmlElement | null): Look {
  const space = childOf(properties, 'w:spacing')?.attributes ?? {};
  const indent = childOf(properties, 'w:ind')?.attributes ?? {};
  return {
    ...look,
    align: ALIGNMENTS[propertyOf(properties, 'w:jc') ?? ''] ?? look.align,
    before: points(space['w:before']) ?? look.before,
    after: points(space['w:after']) ?? look.after,
    indent: Math.max(points(indent['w:left'] ?? indent['w:start']) ?? look.indent, 0),
  };
}

/** The looks of the styles of a Word file, by their id; null: of a paragraph without one. */
export function stylesOf(text: string): (id: string | null) => Look {
  const root = childrenOf(parseXml(text)).find(({ name }) => name === 'w:styles') ?? null;
  const defaults = childOf(root, 'w:docDefaults');
  const plain = withParagraph(
    withRun(PLAIN, childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')),
    childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr'),
  );
  const styles = new Map(
    (root === null ? [] : childrenOf(root))
      .filter(({ name, attributes }) => name === 'w:style' && attributes['w:type'] !== 'character')
      .map((style) => [style.attributes['w:styleId'] ?? '', style] as const),
  );
  const usual = [...styles].find(([, { attributes }]) => attributes['w:default'] === '1')?.[0] ?? null;
  function lookOf(id: string | null, depth: number): Look {
    const style = id === null || depth > 20 ? undefined : styles.get(id); // styles may rest on each other in a circle
    if (style === undefined) return plain;
    const under = lookOf(propertyOf(style, 'w:basedOn'), depth + 1);
    return withParagraph(withRun(under, childOf(style, 'w:rPr')), childOf(style, 'w:pPr'));
  }
  return (id) => lookOf(id ?? usual, 0);
}

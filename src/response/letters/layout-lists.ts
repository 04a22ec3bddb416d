import { childOf, childrenOf, parseXml, propertyOf, type XmlElement } from './xml.ts';

/** What stands before the items of lists. Counts them: ask once for each item, in the order of the text. */
export function listMarkers(text: string): (properties: XmlElement | null) => string | null {
  const root = childrenOf(parseXml(text)).find(({ name }) => name === 'w:numbering');
  const own = root === undefined ? [] : childrenOf(root);
  const kinds = new Map(
    own.filter(({ name }) => name === 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
  );
  const lists = new Map(
    own
      .filter(({ name }) => name === 'w:num')
      .map((one) => [one.attributes['w:numId'] ?? '', kinds.get(propertyOf(one, 'w:abstractNumId') ?? '')]),
  );
  const counts = new Map<string, number[]>();
  return (properties) => {
    const numbering = childOf(properties, 'w:numPr');
    const list = propertyOf(numbering, 'w:numId');
    if (list === null || list === '0') return null;
    const level = Math.min(Math.max(Number(propertyOf(numbering, 'w:ilvl') ?? 0) || 0, 0), 8);
    const levels = childrenOf(lists.get(list) ?? NONE).filter(({ name }) => name === 'w:lvl');
    const own = levels.find(({ attributes }) => attributes['w:ilvl'] === String(level)) ?? null;
    if ((propertyOf(own, 'w:numFmt') ?? 'bullet') === 'bullet') return '・';
    const before = counts.get(list) ?? [];
    const now = [...Array.from({ length: level }, (_, place) => before[place] ?? 1), (before[level] ?? 0) + 1];
    counts.set(list, now);
    const pattern = propertyOf(own, 'w:lvlText') ?? '%1.';
    return pattern.replace(/%([1-9])/g, (_, place: string) => String(now[Number(place) - 1] ?? 1));
  };
}

const NONE: XmlElement = { name: '', attributes: {}, children: [] };

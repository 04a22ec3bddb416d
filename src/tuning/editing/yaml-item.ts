import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** The lists of dictionary files in which rules stand. */
export const SECTIONS = ['demands', 'expressions', 'contexts'] as const;
export type RuleSection = (typeof SECTIONS)[number] | 'thresholds'; // these five numbers are changed as one

/** One rule as it stands in a file: whole lines, from its dash to its last word. */
export interface YamlItem {
  readonly section: RuleSection;
  readonly start: number; // UTF-16 units; of the line with the dash
  readonly end: number; // behind the line end of its last line
  readonly line: number; // from 1
  readonly text: string; // without the indentation that all its lines have
}

/** The rule with this id; null when there is none, or the file cannot be read. What stands above it as a comment is not part of it. */
export function findItem(text: string, id: string): YamlItem | null {
  const document = parseDocument(text);
  if (document.errors.length > 0) return null;
  for (const section of SECTIONS) {
    const list = document.get(section);
    if (!isSeq(list)) continue;
    for (const item of list.items) {
      if (!isMap(item) || item.get('id') !== id || !item.range) continue;
      const start = text.lastIndexOf('\n', item.range[0] - 1) + 1;
      const lineEnd = text.indexOf('\n', Math.max(item.range[0], item.range[1] - 1));
      const end = lineEnd < 0 ? text.length : lineEnd + 1;
      if (!/^ *- /.test(text.slice(start, item.range[0]).padEnd(item.range[0] - start + 1))) return null; // a list within brackets
      return {
        section,
        start,
        end,
        line: text.slice(0, start).split('\n').length,
        text: outdented(text.slice(start, end)),
      };
    }
  }
  return null;
}

/** The file with one rule exchanged; every other byte stays as it is. */
export function replaceItem(text: string, { start, end }: YamlItem, item: string): string {
  const indent = indentOf(text.slice(start, end));
  return `${text.slice(0, start)}${indented(item, indent)}${text.slice(end)}`;
}

/** The file without one rule; a list that has no other stays as an empty one. */
export function removeItem(text: string, { start, end, section }: YamlItem): string {
  const left = `${text.slice(0, start)}${text.slice(end)}`;
  const list = parseDocument(left).get(section);
  return isSeq(list) ? left : left.replace(new RegExp(`^${section}:[ \\t]*\\n`, 'm'), `${section}: []\n`);
}

/** The file with one rule more, at the end of its list. */
export function addItem(text: string, section: RuleSection, item: string): string {
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const document = parseDocument(whole);
  const list = document.get(section);
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (isMap(last) && last.range) {
    const known = findItem(whole, String(last.get('id')));
    if (known !== null) {
      const at = known.end;
      return `${whole.slice(0, at)}${indented(item, indentOf(whole.slice(known.start, known.end)))}${whole.slice(at)}`;
    }
  }
  const written = `${section}:\n${indented(item, '  ')}`;
  const empty = new RegExp(`^${section}:[ \\t]*(\\[\\s*\\])?[ \\t]*(#[^\\n]*)?\\n`, 'm');
  return empty.test(whole) ? whole.replace(empty, () => written) : `${whole}${written}`;
}

export type ItemValue = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

/**
 * A rule with other values: keys that are named, and undefined takes one out. Order, comments and whatever is not named stay.
 *
 * @param item as `findItem` gives it; '' for a new rule
 */
export function changedItem(item: string, values: Readonly<Record<string, ItemValue | undefined>>): string {
  const document: Document = parseDocument(item === '' ? '- {}\n' : item);
  const list = document.contents;
  const map = isSeq(list) ? list.items[0] : null;
  if (!isMap(map)) throw new Error('an item is a list of one mapping');
  if (item === '') map.flow = false;
  for (const [key, value] of Object.entries(values)) {
    const known = map.get(key, true);
    if (value === undefined) map.delete(key);
    else if (isSeq(known) && Array.isArray(value)) {
      // Nodes that stay keep the comments beside them.
      const old = new Map(known.items.map((node) => [isScalar(node) ? String(node.value) : '', node]));
      known.items = value.map((one) => old.get(one) ?? document.createNode(one));
    } else if (isScalar(known) && !Array.isArray(value) && typeof value !== 'object') known.value = value;
    else {
      const node = document.createNode(value);
      if (isSeq(node) || isMap(node)) node.flow = isMap(node) || isShort(value);
      const neighbour = map.items.findIndex((pair) => String(pair.key) === BEHIND[key]);
      if (map.has(key) || neighbour < 0) map.set(document.createNode(key), node);
      else map.items.splice(neighbour + 1, 0, document.createPair(key, node));
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, indentSeq: true });
}

/** Keys that stand behind another; those that are not here come last. */
const BEHIND: Readonly<Record<string, string>> = { at_least: 'say' };

const SHORT = 100; // characters that a list may have on one line
const isShort = (value: ItemValue): boolean => Array.isArray(value) && value.join(', ').length <= SHORT;

const indentOf = (lines: string): string => /^ */.exec(lines)![0];

function outdented(lines: string): string {
  const indent = indentOf(lines).length;
  return lines
    .split('\n')
    .map((line) => (line.slice(0, indent).trim() === '' ? line.slice(indent) : line))
    .join('\n')
    .replace(/\n?$/, '\n');
}

const indented = (item: string, indent: string): string =>
  item
    .replace(/\n*$/, '\n')
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}${line}`))
    .join('\n');

import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { RuleSection } from '../../detect/index.ts';

/** The lists of dictionary files in which rules stand. */
export const SECTIONS = ['demands', 'expressions', 'contexts'] as const satisfies readonly RuleSection[];

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
  return document.errors.length > 0 ? null : (itemsIn(document, text).find((item) => item.id === id)?.item ?? null);
}

/** All rules of a file; one within brackets has no lines of its own. */
export const itemsIn = (document: Document, text: string) =>
  SECTIONS.flatMap((section) => {
    const list = document.get(section);
    const maps = isSeq(list) ? list.items.filter(isMap) : [];
    return maps.map((map) => ({ id: String(map.get('id')), section, map, item: linesOf(text, section, map) }));
  });

function linesOf(text: string, section: RuleSection, { range }: YAMLMap): YamlItem | null {
  if (!range) return null;
  const start = text.lastIndexOf('\n', range[0] - 1) + 1;
  const lineEnd = text.indexOf('\n', Math.max(range[0], range[1] - 1));
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  if (!/^ *- /.test(text.slice(start, range[0]).padEnd(range[0] - start + 1))) return null; // a list within brackets
  return {
    section,
    start,
    end,
    line: text.slice(0, start).split('\n').length,
    text: outdented(text.slice(start, end)),
  };
}

/** The file with one rule exchanged; every other byte stays as it is. */
export function replaceItem(text: string, { start, end }: YamlItem, item: string): string {
  const indent = indentOf(text.slice(start, end));
  return `${text.slice(0, start)}${indented(item, indent)}${text.slice(end)}`;
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

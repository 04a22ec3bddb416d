import { ACTS, type Act, type ContextRule, type Entry } from '../../../detect/index.ts';
import { ENTRY_ORDERS, type EntryFigures, type EntryOrder } from '../../../tuning/index.ts';

/** Rules that belong to no act stand under `shared`. */
export type Shelf = Act | 'shared';

/** What the address of the list of entries asks for; '' does not narrow. */
export interface DictionaryQuery {
  readonly q: string;
  readonly shelf: Shelf | '';
  readonly order: EntryOrder;
  readonly page: number; // from 1
}

/** What is asked wrongly is as if it had not been asked. */
export function readDictionaryQuery(query: Readonly<Record<string, string>>): DictionaryQuery {
  const q = query.q ?? '';
  return {
    q: q.length <= 200 ? q.trim() : '',
    shelf: [...ACTS, 'shared' as const].find((shelf) => shelf === query.shelf) ?? '',
    order: ENTRY_ORDERS.find((order) => order === query.order) ?? 'hits',
    page: /^[1-9]\d{0,5}$/.test(query.page ?? '') ? Number(query.page) : 1,
  };
}

export function dictionaryUrl({ q, shelf, order, page }: DictionaryQuery): string {
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (shelf !== '') query.set('shelf', shelf);
  if (order !== 'hits') query.set('order', order);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/dictionaries' : `/dictionaries?${query}`;
}

export const shelfOf = (rule: Entry | ContextRule): Shelf =>
  rule.kind === 'entry' && rule.role.kind !== 'grammar' ? rule.role.act : 'shared';

/** Those that are asked for, as they were ordered. Words are looked for in ids, phrases, examples and notes. */
export function narrowed(figures: readonly EntryFigures[], { q, shelf }: DictionaryQuery): EntryFigures[] {
  const words = comparable(q).split(/\s+/).filter(Boolean);
  return figures.filter(({ rule }) => {
    if (shelf !== '' && shelfOf(rule) !== shelf) return false;
    const text = comparable(textOf(rule));
    return words.every((word) => text.includes(word));
  });
}

const textOf = (rule: Entry | ContextRule): string =>
  [
    rule.id,
    ...rule.say,
    ...rule.examples.match,
    ...(rule.kind === 'entry' ? [rule.note ?? ''] : Object.values(rule.label)),
  ].join('\n');

const comparable = (text: string): string => text.normalize('NFKC').toLowerCase();

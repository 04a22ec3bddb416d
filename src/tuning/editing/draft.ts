import { parse } from 'yaml';
import {
  ACTS,
  type Act,
  type AskedBand,
  type ContextRule,
  type Entry,
  type PersonName,
  type SiteRule,
} from '../../detect/index.ts';
import { askedIn } from './asked.ts';
import { changedItem, type ItemValue } from './yaml-item.ts';

/** What a form says of an entry. Lists are in the order of the form; what it does not show stays as it is. */
export interface EntryDraft {
  readonly kind: 'entry';
  readonly id: string;
  readonly act: Act;
  readonly section: 'demands' | 'expressions';
  readonly do: readonly string[];
  readonly be: readonly string[];
  readonly noun: readonly string[];
  readonly say: readonly string[];
  readonly who: readonly PersonName[]; // empty: as usual, as are the next two
  readonly to: readonly PersonName[];
  readonly as: readonly string[];
  readonly atLeast: AskedBand | null; // null: it gives the reason, and asks for nothing
  readonly note: string;
  readonly match: readonly string[];
  readonly not: readonly string[];
  readonly gaps: readonly string[];
}

export const EXCEPTION_PLACES = ['sentence', 'near', 'mail'] as const;

/** Words beside which the matches of some acts are not meant; a context in the dictionary. */
export interface ExceptionDraft {
  readonly kind: 'exception';
  readonly id: string;
  readonly acts: readonly Act[];
  readonly entries?: readonly string[]; // it is of these alone; left out: as it was, or of all
  readonly where: (typeof EXCEPTION_PLACES)[number];
  readonly label: string; // as reviewers read it
  readonly say: readonly string[];
  readonly match: readonly string[]; // sentences that it makes harmless
  readonly not: readonly string[];
}

export type Draft = EntryDraft | ExceptionDraft;

/** Contexts that were made as exceptions; the others are grammar, and changed in the file. */
export const EXCEPTION = 'exception.';

/** Whether a form shows it: entries of acts, and exceptions. */
export const isEditable = (rule: Entry | ContextRule): boolean =>
  rule.kind === 'entry' ? rule.role.kind !== 'grammar' : rule.id.startsWith(EXCEPTION);

export const WORD_FIELDS = ['do', 'be', 'noun', 'say'] as const;
export const EXAMPLE_FIELDS = ['match', 'not', 'gaps'] as const;
const CHOICES = ['as', 'who', 'to'] as const;

const listOf = (value: unknown): string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);

type Plain = Readonly<Record<string, unknown>>;

function plainItem(item: string): Plain {
  const read: unknown = item === '' ? [{}] : parse(item);
  return (Array.isArray(read) ? (read[0] as Plain) : null) ?? {};
}

/** An entry or an exception as its form shows it; null for what has no form. */
export function draftOf({ entry: id, act, section, text }: SiteRule): Draft | null {
  const plain = plainItem(text);
  const list = (key: string) => listOf(plain[key]);
  if (section === 'contexts') {
    if (!id.startsWith(EXCEPTION) || plain.say === undefined) return null;
    const label = (plain.label ?? {}) as { ja?: string };
    const where = EXCEPTION_PLACES.find((one) => one === plain.where);
    if (where === undefined) return null;
    const acts = ACTS.filter((act) => list('acts').includes(act));
    return {
      kind: 'exception',
      id,
      acts,
      where,
      label: label.ja ?? '',
      say: list('say'),
      match: list('match'),
      not: list('not'),
    };
  }
  if (act === null) return null;
  const [words, examples] = [
    { do: list('do'), be: list('be'), noun: list('noun'), say: list('say') },
    { match: list('match'), not: list('not'), gaps: list('gaps') },
  ];
  const persons = { who: list('who') as PersonName[], to: list('to') as PersonName[] };
  return {
    kind: 'entry',
    id,
    act,
    section: section === 'demands' ? 'demands' : 'expressions',
    ...words,
    ...persons,
    as: list('as'),
    atLeast: askedIn(plain, section, act),
    note: String(plain.note ?? ''),
    ...examples,
  };
}

/** The lines of a draft, made of those that are there ('' for a new one): only what differs is written anew. */
export function itemOf(draft: Draft, item: string): string {
  const plain = plainItem(item);
  const values: Record<string, ItemValue | undefined> = {};
  const set = (key: string, value: ItemValue | undefined, now: unknown = plain[key]) => {
    if (JSON.stringify(value ?? null) !== JSON.stringify(now ?? null)) values[key] = value;
  };
  const setList = (key: string, list: readonly string[]) => {
    if (JSON.stringify(list) !== JSON.stringify(listOf(plain[key]))) values[key] = list.length === 0 ? undefined : list;
  };
  set('id', draft.id);
  switch (draft.kind) {
    case 'entry':
      for (const key of WORD_FIELDS) setList(key, draft[key]);
      for (const key of CHOICES) setList(key, draft[key]);
      set('at_least', draft.atLeast ?? undefined);
      for (const earlier of ['weight', 'floor', 'apprentice']) if (earlier in plain) values[earlier] = undefined;
      set('note', draft.note === '' ? undefined : draft.note);
      for (const key of EXAMPLE_FIELDS) setList(key, draft[key]);
      break;
    case 'exception':
      if ((plain.label as { ja?: string } | undefined)?.ja !== draft.label)
        values.label = { ja: draft.label, en: draft.label };
      set('where', draft.where);
      setList('say', draft.say);
      if ('factor' in plain) values.factor = undefined;
      setList('acts', draft.acts);
      if (draft.entries !== undefined) setList('entries', draft.entries);
      setList('match', draft.match);
      setList('not', draft.not);
      break;
  }
  return Object.keys(values).length === 0 ? item : changedItem(item, values);
}

/** Signs that mean something in a phrase stand for themselves. */
export const asPhrase = (words: string): string => words.replace(/[()|{}?…・\\（）｜｛｝？]/g, (sign) => `\\${sign}`);

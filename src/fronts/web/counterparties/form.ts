import {
  type Clause,
  COUNTERPARTY_KINDS,
  type Contact,
  type Counterparty,
  type CounterpartyFacts,
  type Day,
} from '../../../response/index.ts';
import { isDay } from '../../../util/day.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most of each field: UTF-16 units, lines, people. */
export const MOST = { name: 200, sender: 254, lines: 50, postal: 500, document: 300, contact: 400, notes: 4_000 };

const LARGEST = 9_999_999_999_999; // yen

export type ReadCounterparty =
  | { readonly facts: CounterpartyFacts }
  | { readonly errors: Readonly<Record<string, string>> };

/** Reads the form of a counterparty; `today` is the last day on which a clause can have been agreed. */
export function readCounterparty(values: Values, today: Day, { counterparties: say }: Messages): ReadCounterparty {
  const errors: Record<string, string> = {};
  const lines = (name: string, most: number): string[] => {
    const found = linesOf(first(values, name));
    if (found.length > MOST.lines) errors[name] = say.tooMany(MOST.lines);
    else if (found.some((line) => line.length > most)) errors[name] = say.tooLong(most);
    return found;
  };
  const text = (name: string, most: number): string => {
    const found = first(values, name).replaceAll('\r\n', '\n').trim();
    if (found.length > most) errors[name] = say.tooLong(most);
    return found;
  };
  const number = (name: string, most: number): number | null => {
    const written = first(values, name).normalize('NFKC').replace(/[,\s]/g, '');
    if (written === '') return null;
    const read = /^\d{1,13}$/.test(written) ? Number(written) : Number.NaN;
    if (!(read <= most)) errors[name] = say.numberWrong;
    return read;
  };
  const kind = chosen(values, 'kind', COUNTERPARTY_KINDS);
  if (kind === null) errors.kind = say.kindMissing;
  const name = first(values, 'name').trim();
  if (name === '' || name.length > MOST.name) errors.name = say.nameMissing;
  const contacts: Contact[] = [];
  for (const line of lines('contacts', MOST.contact)) {
    const parts = line.split(/[,、，]/).map((part) => part.trim());
    if (parts.length > 4 || parts[0] === '') errors.contacts = say.contactWrong(line.slice(0, 40));
    else contacts.push({ name: parts[0]!, post: parts[1] ?? '', email: parts[2] ?? '', phone: parts[3] ?? '' });
  }
  const clause = readClause(first(values, 'clauseOn'), text('clauseDocument', MOST.document), today);
  if (clause === 'half') errors.clauseOn = say.clauseHalf;
  const facts = {
    kind: kind ?? 'company',
    name,
    domains: lines('domains', MOST.sender),
    addresses: lines('addresses', MOST.sender),
    postal: text('postal', MOST.postal),
    contacts,
    clause: clause === 'half' ? null : clause,
    capital: number('capital', LARGEST),
    staff: number('staff', 99_999_999),
    notes: text('notes', MOST.notes),
  };
  return Object.keys(errors).length === 0 ? { facts } : { errors };
}

/** Both or none: half a clause is none to stand on, and nobody should believe that it is. */
function readClause(day: string, document: string, today: Day): Clause | null | 'half' {
  if (day === '' && document === '') return null;
  const possible = isDay(day) && day >= '1900-01-01' && day <= today;
  return possible && document !== '' ? { agreedOn: day as Day, document } : 'half';
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A counterparty as its form shows it. */
export const valuesOfCounterparty = (one: Counterparty): Values => ({
  kind: [one.kind],
  name: [one.name],
  domains: [one.domains.join('\n')],
  addresses: [one.addresses.join('\n')],
  postal: [one.postal],
  contacts: [one.contacts.map((contact) => contactLine(contact)).join('\n')],
  clauseOn: [one.clause?.agreedOn ?? ''],
  clauseDocument: [one.clause?.document ?? ''],
  capital: [one.capital === null ? '' : String(one.capital)],
  staff: [one.staff === null ? '' : String(one.staff)],
  notes: [one.notes],
  version: [String(one.version)],
});

const contactLine = ({ name, post, email, phone }: Contact): string =>
  [name, post, email, phone].join(', ').replace(/(, )+$/, '');

import type { CounterpartyId } from '../cases/index.ts';
import type { Day } from './care.ts';

export const COUNTERPARTY_KINDS = ['company', 'person'] as const;
export type CounterpartyKind = (typeof COUNTERPARTY_KINDS)[number];

/** Whom to reach at a counterparty. What is not known is ''. */
export interface Contact {
  readonly name: string;
  readonly post: string; // department or post
  readonly email: string;
  readonly phone: string;
}

/** What both sides confirmed at contract time: without it an immediate termination has nothing to stand on. */
export interface Clause {
  readonly agreedOn: Day;
  readonly document: string; // where it stands: a title, a number, a section
}

/** What a person writes down about a counterparty. */
export interface CounterpartyFacts {
  readonly kind: CounterpartyKind;
  readonly name: string;
  readonly domains: readonly string[];
  readonly addresses: readonly string[]; // of e-mail
  readonly postal: string;
  readonly contacts: readonly Contact[];
  readonly clause: Clause | null; // null: none is on file
  readonly capital: number | null; // yen; null: not known
  readonly staff: number | null;
  readonly notes: string;
}

/** The same as it is kept. */
export interface Counterparty extends CounterpartyFacts {
  readonly id: CounterpartyId;
  readonly clauseNoted: { readonly by: string; readonly at: Date } | null; // when the clause was written down here
  readonly by: string; // who changed it last
  readonly at: Date;
  readonly version: number;
}

/** What of a counterparty differs between two versions, by name of the field: an audit log learns no more. */
export const changedFacts = (before: CounterpartyFacts, after: CounterpartyFacts): (keyof CounterpartyFacts)[] =>
  FACTS.filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact]));

const FACTS = [
  'kind',
  'name',
  'domains',
  'addresses',
  'postal',
  'contacts',
  'clause',
  'capital',
  'staff',
  'notes',
] as const satisfies readonly (keyof CounterpartyFacts)[];

/** Below both, no company commissions work in the sense of 取適法, whatever the kind of work. */
const SMALLEST = { capital: 10_000_000, staff: 100 };

/**
 * Whether a person should look if 取適法 may matter, should this company commission work to us: by size alone, which is one of the
 * things that the law asks. Never a finding. Null: nothing is known of its size, or it is a person.
 *
 * @example
 * sizeHint({ kind: 'company', capital: 300_000_000, staff: null }) // → 'look'
 * sizeHint({ kind: 'company', capital: 5_000_000, staff: 20 }) // → 'small'
 */
export function sizeHint({
  kind,
  capital,
  staff,
}: Pick<CounterpartyFacts, 'kind' | 'capital' | 'staff'>): 'look' | 'small' | null {
  if (kind === 'person') return null;
  if ((capital ?? 0) > SMALLEST.capital || (staff ?? 0) > SMALLEST.staff) return 'look';
  return capital === null || staff === null ? null : 'small';
}

import { z } from 'zod';
import type { CounterpartyId } from '../../cases/index.ts';
import {
  type Clause,
  COUNTERPARTY_KINDS,
  type Counterparty,
  type CounterpartyFacts,
  changedFacts,
  type Day,
  readSender,
} from '../../response/index.ts';
import {
  addCounterparty,
  changeCounterparty as changeInStore,
  type Db,
  loadCounterparty,
  sendersTaken,
} from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { course } from '../kernel/act.ts';
import { choice, day, line, parts, rowId, usually, words } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

/** What writing in the register stands on. */
export interface CounterpartyDeps extends Pick<ActionDeps, 'db' | 'audit' | 'now'> {
  readonly sharedDomains: readonly string[]; // where everybody may have an address
}

/** Why a counterparty was not written down. */
export type CounterpartyProblem =
  | { readonly code: 'no-such-counterparty' }
  | { readonly code: 'changed-meanwhile' } // by somebody else, after it was read
  | { readonly code: 'sender-shape'; readonly sender: string } // no domain or address
  | { readonly code: 'sender-shared'; readonly sender: string } // a domain where everybody may have an address
  | { readonly code: 'sender-taken'; readonly sender: string; readonly by: CounterpartyId };

export type SavedCounterparty = { readonly saved: Counterparty } | { readonly problem: CounterpartyProblem };

/** Why nothing was written, carried out of the transaction. */
class Unsaved extends Error {
  readonly problem: CounterpartyProblem;
  constructor(problem: CounterpartyProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

const senders = () => parts(z.array(line(254)).max(50));
const contact = z.strictObject({
  name: line(100),
  post: line(100, 'maybe'),
  email: line(254, 'maybe'),
  phone: line(50, 'maybe'),
});
const clause = z.strictObject({ agreedOn: day(), document: line(300) }).nullable();
const count = (most: number) => parts(z.int().min(0).max(most).nullable());

/** What is known of a company or person; the day of the clause is today or before. */
const facts = {
  kind: choice(COUNTERPARTY_KINDS),
  name: line(200),
  domains: senders(),
  addresses: senders(),
  postal: words(500),
  contacts: parts(z.array(contact).max(50)),
  clause: parts(clause),
  capital: count(9_999_999_999_999), // yen
  staff: count(99_999_999),
  notes: words(4000),
};

/**
 * Writes a company or person of the other side down. Domains and addresses are taken as mails name them; a domain where everybody
 * may have an address makes no counterparty. The log learns neither name nor address.
 *
 * @throws Refusal `wrong-day` for a clause of tomorrow
 */
export const createCounterparty = course({
  path: '/counterparties',
  right: 'counterparties.manage',
  for: ['programs', 'commands'],
  ask: {
    ...facts,
    domains: usually([], facts.domains),
    addresses: usually([], facts.addresses),
    postal: usually('', facts.postal),
    contacts: usually([], facts.contacts),
    clause: usually(null, facts.clause),
    capital: usually(null, facts.capital),
    staff: usually(null, facts.staff),
    notes: usually('', facts.notes),
  },
  run(deps: CounterpartyDeps, given, { actor, by, at, today }): Promise<SavedCounterparty> {
    requireDay(given, today);
    return caught(() =>
      deps.audit.during(
        async (tx) => addCounterparty(tx, await checked(tx, deps, given, null), { by, at }),
        ({ id, kind, clause }) => ({
          ...auditActorOf(actor, at),
          action: 'counterparty.create',
          target: `counterparty/${id}`,
          details: { kind, clause: clause !== null },
        }),
      ),
    );
  },
});

/** Changes what is given of one; `version` is the one that was read, so that nobody undoes what they have not seen. @throws Refusal as above */
export const changeCounterparty = course({
  path: '/counterparties/:counterparty',
  right: 'counterparties.manage',
  for: ['programs', 'commands'],
  ask: {
    counterparty: rowId<CounterpartyId>(),
    version: parts(z.int().min(1)),
    kind: facts.kind.optional(),
    name: facts.name.optional(),
    domains: facts.domains.optional(),
    addresses: facts.addresses.optional(),
    postal: facts.postal.optional(),
    contacts: facts.contacts.optional(),
    clause: facts.clause.optional(),
    capital: facts.capital.optional(),
    staff: facts.staff.optional(),
    notes: facts.notes.optional(),
  },
  async run(
    deps: CounterpartyDeps,
    { counterparty: id, version, ...given },
    { actor, by, at, today },
  ): Promise<SavedCounterparty> {
    requireDay(given, today);
    const named = Object.entries(given).filter(([, value]) => value !== undefined);
    const changed = await caught(() =>
      deps.audit.during(
        async (tx) => {
          const before = await loadCounterparty(tx, id);
          if (before === null) throw new Unsaved({ code: 'no-such-counterparty' });
          const wanted: CounterpartyFacts = { ...factsIn(before), ...Object.fromEntries(named) };
          const after = await checked(tx, deps, wanted, id);
          const saved = before.version === version ? await changeInStore(tx, before, after, { by, at }) : null;
          if (saved === null) throw new Unsaved({ code: 'changed-meanwhile' });
          return { saved, facts: changedFacts(before, after) };
        },
        ({ saved, facts }) => ({
          ...auditActorOf(actor, at),
          action: 'counterparty.change',
          target: `counterparty/${id}`,
          details: { changed: facts, clause: saved.clause !== null },
        }),
      ),
    );
    return 'problem' in changed ? changed : { saved: changed.saved.saved };
  },
});

const factsIn = ({ clauseNoted: _, id: _id, by: _by, at: _at, version: _version, ...facts }: Counterparty) => facts;

function requireDay({ clause }: { readonly clause?: Clause | null | undefined }, today: Day): void {
  if (clause != null && (clause.agreedOn < '1900-01-01' || clause.agreedOn > today))
    throw new Refusal({ code: 'wrong-day' });
}

async function caught<T>(
  act: () => Promise<T>,
): Promise<{ readonly saved: T } | { readonly problem: CounterpartyProblem }> {
  try {
    return { saved: await act() };
  } catch (error) {
    if (error instanceof Unsaved) return { problem: error.problem };
    throw error;
  }
}

/** The facts with senders as mails name them, sorted, each once. */
async function checked(
  tx: Db,
  { sharedDomains }: CounterpartyDeps,
  facts: CounterpartyFacts,
  own: CounterpartyId | null,
): Promise<CounterpartyFacts> {
  const [domains, addresses] = [new Set<string>(), new Set<string>()];
  for (const written of [...facts.domains, ...facts.addresses]) {
    const read = readSender(written, sharedDomains);
    if ('problem' in read) throw new Unsaved({ code: `sender-${read.problem}`, sender: written });
    (read.kind === 'domain' ? domains : addresses).add(read.sender);
  }
  const [taken] = await sendersTaken(tx, [...domains, ...addresses], own);
  if (taken !== undefined) throw new Unsaved({ code: 'sender-taken', sender: taken.sender, by: taken.id });
  return { ...facts, domains: [...domains].sort(), addresses: [...addresses].sort() };
}

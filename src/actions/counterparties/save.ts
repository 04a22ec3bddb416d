import type { CounterpartyId } from '../../cases/index.ts';
import { type Counterparty, type CounterpartyFacts, changedFacts, readSender } from '../../response/index.ts';
import { addCounterparty, changeCounterparty, type Db, loadCounterparty, sendersTaken } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

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

export type Saved = { readonly saved: Counterparty } | { readonly problem: CounterpartyProblem };

/** Why nothing was written, carried out of the transaction. */
class Unsaved extends Error {
  readonly problem: CounterpartyProblem;
  constructor(problem: CounterpartyProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Writes a company or person of the other side down. Domains and addresses are taken as mails name them; a domain where everybody
 * may have an address makes no counterparty. The log learns neither name nor address.
 *
 * @throws Refusal `not-allowed`
 *
 * @example
 * const outcome = await createCounterparty(deps, actor, facts);
 */
export async function createCounterparty(
  deps: CounterpartyDeps,
  actor: Actor,
  facts: CounterpartyFacts,
): Promise<Saved> {
  requireRight(actor, 'counterparties.manage');
  const at = deps.now();
  return caught(() =>
    deps.audit.during(
      async (tx) => addCounterparty(tx, await checked(tx, deps, facts, null), { by: nameOf(actor), at }),
      ({ id, kind, clause }) => ({
        ...auditActorOf(actor, at),
        action: 'counterparty.create',
        target: `counterparty/${id}`,
        details: { kind, clause: clause !== null },
      }),
    ),
  );
}

/**
 * Changes one; `version` is the one that was read, so that nobody undoes what they have not seen.
 *
 * @throws Refusal `not-allowed`
 */
export async function changeCounterpartyFacts(
  deps: CounterpartyDeps,
  actor: Actor,
  id: CounterpartyId,
  version: number,
  facts: CounterpartyFacts,
): Promise<Saved> {
  requireRight(actor, 'counterparties.manage');
  const at = deps.now();
  const changed = await caught(() =>
    deps.audit.during(
      async (tx) => {
        const before = await loadCounterparty(tx, id);
        if (before === null) throw new Unsaved({ code: 'no-such-counterparty' });
        const after = await checked(tx, deps, facts, id);
        const written = { by: nameOf(actor), at };
        const saved = before.version === version ? await changeCounterparty(tx, before, after, written) : null;
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

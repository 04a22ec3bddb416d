import type { PersonId } from '../../cases/index.ts';
import {
  type Counterparty,
  type Disclosure,
  type DisclosureId,
  type DisclosureSubject,
  ERASED_KINDS,
  type ErasedKept,
  type KeptBecause,
  mayErase,
  readSender,
  sha256Of,
} from '../../response/index.ts';
import {
  aimDisclosure as aimInStore,
  counterpartyNames,
  type Db,
  erasable,
  findAccountById,
  listPeople,
  loadCounterparty,
  loadDisclosure,
  type TheirCase,
  theirCases,
  type Whose,
} from '../../store/index.ts';
import { type Actor, auditActorOf, requireRight, visibilityOf } from '../actor.ts';
import { admittedOrNull } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { maybePick, rowId, text, usually } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';

/** As many addresses of one person as a request is about. */
const MOST_ADDRESSES = 20;

/** What the id of an account looks like. */
const ACCOUNT = /^[\w-]{1,64}$/;

/**
 * Says of whom what is kept is meant by a request, while it waits for its answer: addresses of a sender, an account, an entry of the register. The log
 * has which of these, never who.
 */
export const aimDisclosure = act({
  path: '/disclosures/:request/subject',
  right: 'disclosures.manage',
  audit: 'disclosure.subject',
  ask: {
    request: rowId<DisclosureId>(),
    addresses: text(4000, 'maybe'), // one a line
    person: usually(null, maybePick<PersonId>(ACCOUNT)),
    counterparty: usually(null, maybePick<Counterparty['id']>()),
  },
  logged: [],
  to: ({ request }) => `disclosure/${request}`,
  async do(tx, { request, addresses: written, person, counterparty }) {
    const addresses = addressesIn(written);
    if (addresses === null) throw wrongFields({ addresses: 'wrong' });
    if (person !== null && (await findAccountById(tx, person)) === null) throw wrongFields({ person: 'wrong' });
    if (counterparty !== null && (await loadCounterparty(tx, counterparty)) === null)
      throw wrongFields({ counterparty: 'wrong' });
    if (addresses.length === 0 && person === null && counterparty === null) throw wrongFields({ addresses: 'missing' });
    const subject: DisclosureSubject = { addresses, person, counterparty };
    if (!(await aimInStore(tx, request, subject))) throw new Refusal({ code: 'not-there' });
    return subject;
  },
  told: ({ addresses, person, counterparty }: DisclosureSubject) => ({
    addresses: addresses.length,
    employee: person !== null,
    counterparty: counterparty !== null,
  }),
});

/** Null: something is no address, or there are too many. */
function addressesIn(written: string): string[] | null {
  const found = new Set<string>();
  for (const line of written.split(/[\s,]+/).filter((one) => one !== '')) {
    const read = readSender(line, []);
    if ('problem' in read || read.kind !== 'address') return null;
    found.add(read.sender);
  }
  return found.size > MOST_ADDRESSES ? null : [...found];
}

export type KeptDeps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & {
  readonly hash: (value: string) => string; // keyed
};

/** Whose data it is, as the store finds it. */
export async function whoseOf(
  { db, hash }: { readonly db: Db; readonly hash: KeptDeps['hash'] },
  { addresses: own, person, counterparty: id }: DisclosureSubject,
): Promise<Whose & { readonly register: Counterparty | null }> {
  const register = id === null ? null : await loadCounterparty(db, id);
  const addresses = [...new Set([...own, ...(register?.addresses ?? [])].map((one) => one.toLowerCase()))];
  const domains = register?.domains ?? [];
  return { addresses, hashes: addresses.map(hash), domains, person, counterparty: register, register };
}

/** What is kept of somebody as far as whoever asks may see it, and what of it would be deleted. */
export interface KeptPlan extends ErasedKept {
  readonly cases: readonly TheirCase[];
  readonly seen: string; // SHA-256 of all this, hex: what changes it changes that
}

/** @throws Refusal `too-large`: there are more cases than one request is answered about */
export async function planOf(
  db: Db,
  whose: Whose,
  actor: Actor,
  recused: ReadonlySet<string>,
  lock?: 'lock',
): Promise<KeptPlan> {
  const found = await theirCases(db, whose, visibilityOf(actor), lock);
  if (found === null) throw new Refusal({ code: 'too-large' });
  const cases = found.map((one) =>
    recused.has(one.id) ? { ...one, because: ['recused' as const, ...one.because] } : one,
  );
  const { counts, digest } = await erasable(db, whose, goingOf({ cases }));
  const left: Partial<Record<KeptBecause, number>> = {};
  for (const { because } of cases) for (const why of because) left[why] = (left[why] ?? 0) + 1;
  const seen = [digest, ...ERASED_KINDS.map((kind) => counts[kind]), ...cases.map(({ id, because }) => id + because)];
  return { cases, counts, left, digest, seen: sha256Of(seen.join(' ')) };
}

/** The cases that go. */
export const goingOf = ({ cases }: Pick<KeptPlan, 'cases'>) =>
  cases.filter(({ because }) => because.length === 0).map(({ id }) => id);

/** Cases that speak of whoever asks: others see to them. */
export async function recusedIn(deps: KeptDeps, actor: Actor, whose: Whose): Promise<Set<string>> {
  const recused = new Set<string>();
  for (const { id } of (await theirCases(deps.db, whose, visibilityOf(actor))) ?? [])
    if ((await admittedOrNull(deps, actor, id)) === null) recused.add(id);
  return recused;
}

/** A request, and what is kept of whom it is about; null: nobody has said of whom. */
export interface OpenedDisclosure {
  readonly request: Disclosure;
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]; // among whom it may be
  readonly counterparties: readonly { readonly id: Counterparty['id']; readonly name: string }[];
  readonly kept: (Omit<KeptPlan, 'digest'> & { readonly erasing: boolean }) | 'too-large' | null; // erasing: two people granted it
}

/** One request with what is kept; null: there is none. @throws Refusal `not-allowed` */
export async function openDisclosure(deps: KeptDeps, actor: Actor, id: DisclosureId): Promise<OpenedDisclosure | null> {
  requireRight(actor, 'disclosures.manage');
  const request = await loadDisclosure(deps.db, id);
  if (request === null) return null;
  const target = `disclosure/${id}`;
  await deps.audit.record({ ...auditActorOf(actor, deps.now()), action: 'disclosure.view', target, details: {} });
  return {
    request,
    people: await listPeople(deps.db),
    counterparties: await counterpartyNames(deps.db),
    kept: await keptOf(deps, actor, request),
  };
}

async function keptOf(deps: KeptDeps, actor: Actor, request: Disclosure): Promise<OpenedDisclosure['kept']> {
  if (request.subject === null) return null;
  try {
    const whose = await whoseOf(deps, request.subject);
    const plan = await planOf(deps.db, whose, actor, await recusedIn(deps, actor, whose));
    return { ...plan, erasing: mayErase(request) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-large') return 'too-large';
    throw error;
  }
}

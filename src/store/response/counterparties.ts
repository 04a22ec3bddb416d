import { and, asc, eq, ilike, inArray, ne, or, sql } from 'drizzle-orm';
import type { CounterpartyId } from '../../cases/index.ts';
import type { Counterparty, CounterpartyFacts } from '../../response/index.ts';
import type { Slice } from '../cases/filter.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { counterparty, counterpartySender } from '../schema/counterparty.ts';
import type { Written } from './care.ts';

/** A counterparty as a list shows it. */
export type ListedCounterparty = Pick<Counterparty, 'id' | 'kind' | 'name' | 'domains' | 'addresses' | 'clause'>;

/**
 * The register by name, or its companies alone; `words` are looked for in names, domains and addresses.
 *
 * @example
 * const { counterparties, total } = await listCounterparties(db, { words: '', limit: 50, offset: 0 });
 */
export async function listCounterparties(
  db: Db,
  { words, companies = false, limit, offset }: Slice & { readonly words: string; readonly companies?: boolean },
): Promise<{ counterparties: ListedCounterparty[]; total: number }> {
  const like = `%${clean(words.trim()).replace(/[\\%_]/g, '\\$&')}%`;
  const bySender = db
    .select({ id: counterpartySender.counterpartyId })
    .from(counterpartySender)
    .where(ilike(counterpartySender.sender, like));
  const which = and(
    companies ? eq(counterparty.kind, 'company') : undefined,
    words.trim() === '' ? undefined : or(ilike(counterparty.name, like), inArray(counterparty.id, bySender)),
  );
  const rows = await db
    .select()
    .from(counterparty)
    .where(which)
    .orderBy(asc(counterparty.name), asc(counterparty.id))
    .limit(limit)
    .offset(offset);
  const senders = await sendersOf(
    db,
    rows.map(({ id }) => id),
  );
  return {
    counterparties: rows.map((row) => entryOf(row, senders.get(row.id) ?? [])),
    total: await db.$count(counterparty, which),
  };
}

/** Every counterparty by name, for a choice. The register is the company's own and never long. */
export const counterpartyNames = (db: Db): Promise<{ id: CounterpartyId; name: string }[]> =>
  db
    .select({ id: counterparty.id, name: counterparty.name })
    .from(counterparty)
    .orderBy(asc(counterparty.name), asc(counterparty.id))
    .limit(MOST_NAMES);

const MOST_NAMES = 2_000;

/** One counterparty; null when there is none. */
export async function loadCounterparty(db: Db, id: CounterpartyId): Promise<Counterparty | null> {
  const [row] = await db.select().from(counterparty).where(eq(counterparty.id, id));
  return row ? entryOf(row, (await sendersOf(db, [id])).get(id) ?? []) : null;
}

/** Domains and addresses among these that another counterparty has already. */
export async function sendersTaken(
  tx: Db,
  senders: readonly string[],
  own: CounterpartyId | null,
): Promise<{ sender: string; id: CounterpartyId }[]> {
  const others = own === null ? undefined : ne(counterpartySender.counterpartyId, own);
  return tx
    .select({ sender: counterpartySender.sender, id: counterpartySender.counterpartyId })
    .from(counterpartySender)
    .where(and(inArray(counterpartySender.sender, [...senders]), others))
    .orderBy(asc(counterpartySender.sender));
}

/** Writes a new counterparty down. */
export async function addCounterparty(tx: Db, facts: CounterpartyFacts, who: Written): Promise<Counterparty> {
  const noted = facts.clause === null ? null : { at: who.at, by: clean(who.by) };
  const [row] = await tx
    .insert(counterparty)
    .values({ ...rowOf(facts, who), clauseNotedAt: noted?.at ?? null, clauseNotedBy: noted?.by ?? null })
    .returning();
  await writeSenders(tx, row!.id, facts);
  return entryOf(row!, [...facts.domains, ...facts.addresses]);
}

/** @returns null when it was changed meanwhile, or there is none. A clause that stays as it is keeps when it was noted. */
export async function changeCounterparty(
  tx: Db,
  before: Counterparty,
  facts: CounterpartyFacts,
  who: Written,
): Promise<Counterparty | null> {
  const same = JSON.stringify(before.clause) === JSON.stringify(facts.clause);
  const noted = same ? before.clauseNoted : facts.clause === null ? null : { at: who.at, by: clean(who.by) };
  const [row] = await tx
    .update(counterparty)
    .set({
      ...rowOf(facts, who),
      clauseNotedAt: noted?.at ?? null,
      clauseNotedBy: noted?.by ?? null,
      version: sql`${counterparty.version} + 1`,
    })
    .where(and(eq(counterparty.id, before.id), eq(counterparty.version, before.version)))
    .returning();
  if (row === undefined) return null;
  await tx.delete(counterpartySender).where(eq(counterpartySender.counterpartyId, row.id));
  await writeSenders(tx, row.id, facts);
  return entryOf(row, [...facts.domains, ...facts.addresses]);
}

type Row = typeof counterparty.$inferSelect;

const rowOf = ({ clause, domains, addresses, ...facts }: CounterpartyFacts, who: Written) => ({
  ...cleanJson(facts),
  clauseAgreedOn: clause?.agreedOn ?? null,
  clauseDocument: clean(clause?.document ?? ''),
  by: clean(who.by),
  at: who.at,
});

function entryOf(row: Row, senders: readonly string[]): Counterparty {
  const { clauseAgreedOn, clauseDocument, clauseNotedAt, clauseNotedBy, ...rest } = row;
  return {
    ...rest,
    domains: senders.filter((one) => !one.includes('@')),
    addresses: senders.filter((one) => one.includes('@')),
    clause: clauseAgreedOn === null ? null : { agreedOn: clauseAgreedOn, document: clauseDocument },
    clauseNoted: clauseNotedAt === null ? null : { at: clauseNotedAt, by: clauseNotedBy ?? '' },
  };
}

async function writeSenders(
  tx: Db,
  id: CounterpartyId,
  { domains, addresses }: Pick<CounterpartyFacts, 'domains' | 'addresses'>,
): Promise<void> {
  const senders = [...new Set([...domains, ...addresses])];
  if (senders.length > 0)
    await tx.insert(counterpartySender).values(senders.map((sender) => ({ sender, counterpartyId: id })));
}

async function sendersOf(db: Db, ids: readonly CounterpartyId[]): Promise<Map<CounterpartyId, string[]>> {
  const found = new Map<CounterpartyId, string[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select()
    .from(counterpartySender)
    .where(inArray(counterpartySender.counterpartyId, [...ids]))
    .orderBy(asc(counterpartySender.sender));
  for (const { counterpartyId, sender } of rows)
    found.set(counterpartyId, [...(found.get(counterpartyId) ?? []), sender]);
  return found;
}

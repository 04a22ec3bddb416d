import { and, count, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId, CaseSummary, CounterpartyId, OwnStatus } from '../../cases/index.ts';
import type { Counterparty } from '../../response/index.ts';
import { summaryOf } from '../cases/cases.ts';
import { newestFirst, type Slice } from '../cases/filter.ts';
import { holdCase } from '../cases/standing.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { standsByItself } from '../cases/whereabouts.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, mail } from '../schema/core.ts';
import { counterpartyCase, counterpartySender } from '../schema/counterparty.ts';
import { reading } from '../schema/reading.ts';
import type { Written } from './care.ts';
import { loadCounterparty } from './counterparties.ts';

/** Columns of the case with the name of its table, which a question of one table leaves out. */
const own = { id: sql`${caseFile}.id`, counterparty: sql`${caseFile}.counterparty` };

/**
 * To which counterparty of the register a case belongs: the one a person named, else that of the newest sender whose address is
 * written down, else that of the domain by which the case is grouped. Where everybody may have an address a case is grouped by the
 * whole address, so that no domain is ever looked for.
 */
const belongsTo: SQL<CounterpartyId | null> = sql`coalesce(
  (select named.counterparty_id from ${counterpartyCase} named where named.case_id = ${own.id}),
  (select known.counterparty_id from ${caseMail} one
    join ${reading} kept on kept.mail_id = one.mail_id
    join ${mail} received on received.id = one.mail_id
    join ${counterpartySender} known on known.sender = lower(kept.envelope -> 'from' ->> 'address')
    where one.case_id = ${own.id} order by received.received_at desc, received.id desc limit 1),
  (select known.counterparty_id from ${counterpartySender} known where known.sender = ${own.counterparty}))`;

/** The counterparty of a case, and whether a person named it. */
export interface CaseCounterparty {
  readonly counterparty: Counterparty;
  readonly named: boolean; // by a person; false: by its sender
}

/**
 * The counterparty of the register to which a case belongs; null when it belongs to none, or the case is not in sight.
 *
 * @example
 * const found = await counterpartyOfCase(db, id, { seesConfidential: false });
 * const clause = found?.counterparty.clause ?? null; // on file, with date and document
 */
export async function counterpartyOfCase(
  db: Db,
  id: CaseId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<CaseCounterparty | null> {
  const [row] = await db
    .select({
      id: sql<CounterpartyId | null>`${belongsTo}::text`,
      named: sql<boolean>`exists (select from ${counterpartyCase} named where named.case_id = ${own.id})`,
    })
    .from(caseFile)
    .where(and(eq(caseFile.id, id), isVisible(visibility)));
  const counterparty = row?.id ? await loadCounterparty(db, row.id) : null;
  return counterparty === null ? null : { counterparty, named: row!.named };
}

/** Cases of a counterparty as far as they are in sight, and how many of each status. */
export interface CounterpartyCases {
  readonly cases: readonly CaseSummary[]; // newest first
  readonly statuses: Readonly<Record<OwnStatus, number>>;
}

export async function casesOfCounterparty(
  db: Db,
  { id, domains, addresses }: Pick<Counterparty, 'id' | 'domains' | 'addresses'>,
  { limit, offset }: Slice,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<CounterpartyCases> {
  const which = and(isVisible(visibility), standsByItself, isOf(db, { id, domains, addresses }));
  const cases = await db
    .select(summaryOf(db))
    .from(caseFile)
    .where(which)
    .orderBy(...newestFirst)
    .limit(limit)
    .offset(offset);
  const counts = await db
    .select({ status: caseFile.status, cases: count() })
    .from(caseFile)
    .where(which)
    .groupBy(caseFile.status);
  const statuses = { open: 0, approved: 0, dismissed: 0 };
  for (const { status, cases } of counts) if (status !== 'merged') statuses[status] = cases;
  return { cases, statuses };
}

/** Whether a case belongs to a counterparty. */
export function isOf(
  db: Db,
  { id, domains, addresses }: Pick<Counterparty, 'id' | 'domains' | 'addresses'>,
): SQL | undefined {
  const named = db
    .select({ id: counterpartyCase.caseId })
    .from(counterpartyCase)
    .where(eq(counterpartyCase.counterpartyId, id));
  const groups = [...domains, ...addresses, ...addresses.map((one) => one.slice(one.lastIndexOf('@') + 1))];
  const maybe = or(
    inArray(caseFile.id, named),
    groups.length === 0 ? undefined : inArray(caseFile.counterparty, [...new Set(groups)]),
  ); // so that the index is used, and `belongsTo` asked of few
  return and(maybe, sql`${belongsTo} = ${id}::bigint`);
}

/** Puts a case to a counterparty; null leaves it to its sender again. @returns whether there is such a case in sight */
export async function nameCounterparty(
  tx: Db,
  id: CaseId,
  counterpartyId: CounterpartyId | null,
  who: Written,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<boolean> {
  if ((await holdCase(tx, id, visibility)) === null) return false;
  await tx.delete(counterpartyCase).where(eq(counterpartyCase.caseId, id));
  if (counterpartyId !== null)
    await tx.insert(counterpartyCase).values({ caseId: id, counterpartyId, by: clean(who.by), at: who.at });
  return true;
}

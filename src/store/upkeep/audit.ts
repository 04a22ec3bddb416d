import { and, asc, desc, eq, gt, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { type AuditAction, type AuditEntry, type AuditRow, type Head, link, type Seal } from '../../audit/index.ts';
import type { PersonId } from '../../cases/index.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { audit } from '../schema/audit.ts';

const AUDIT_LOCK = 70_110_303; // any number, the same in every process

/**
 * Adds an entry to the end of the chain. `tx` must be a transaction, and this its last statement: until it ends, every
 * other writer waits, so that rows follow each other in the order of their commits.
 */
export async function appendAudit(tx: Db, entry: AuditEntry, seal: Seal): Promise<Head> {
  await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(AUDIT_LOCK))})`);
  const { at, person, name, address, action, target, details } = entry;
  const kept = { at, person, name: clean(name), address, action, target: clean(target), details: cleanJson(details) };
  const row = link(await auditEnd(tx), kept, seal);
  await tx.insert(audit).values({ ...row });
  return { seq: row.seq, hash: row.hash };
}

/** The newest row; null when there is none. */
export async function auditEnd(db: Db): Promise<Head | null> {
  const [last] = await db.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1);
  return last ?? null;
}

/** The hash of one row; null when there is no such row. */
export async function auditHash(db: Db, seq: number): Promise<string | null> {
  const [found] = await db.select({ hash: audit.hash }).from(audit).where(eq(audit.seq, seq));
  return found?.hash ?? null;
}

/** Which rows are meant; what is left out does not narrow. */
export interface AuditFilter {
  readonly since?: Date;
  readonly before?: Date;
  readonly person?: PersonId;
  readonly action?: AuditAction;
  readonly target?: string; // and what belongs to it: case/7 with its mails and files
}

const conditionOf = ({ since, before, person, action, target }: AuditFilter): SQL | undefined =>
  and(
    since === undefined ? undefined : gte(audit.at, since),
    before === undefined ? undefined : lt(audit.at, before),
    person === undefined ? undefined : eq(audit.person, person),
    action === undefined ? undefined : eq(audit.action, action),
    target === undefined ? undefined : belongsTo(clean(target)),
  );

const belongsTo = (target: string): SQL | undefined =>
  or(eq(audit.target, target), sql`starts_with(${audit.target}, ${`${target}/`})`);

/** What shows that a person was at an address: a sign-in, or the use of a link that led to their account. */
const ARRIVALS = ['sign-in', 'account.open', 'account.password'] as const satisfies readonly AuditAction[];

/** Whether the log knows that the person of an account was at this address. */
export async function hasSignedInFrom(db: Db, person: PersonId, address: string): Promise<boolean> {
  const found = await db
    .select({ seq: audit.seq })
    .from(audit)
    .where(and(inArray(audit.action, [...ARRIVALS]), eq(audit.person, person), eq(audit.address, address)))
    .limit(1);
  return found.length > 0;
}

/** Newest first: rows older than `below`, if it is given. */
export const newestAudit = (
  db: Db,
  filter: AuditFilter,
  { below, limit }: { readonly below: number | null; readonly limit: number },
): Promise<AuditRow[]> =>
  db
    .select()
    .from(audit)
    .where(and(conditionOf(filter), below === null ? undefined : lt(audit.seq, below)))
    .orderBy(desc(audit.seq))
    .limit(limit);

/** Oldest first: the next rows after number `after`. */
export const auditAfter = (db: Db, filter: AuditFilter, after: number, limit: number): Promise<AuditRow[]> =>
  db
    .select()
    .from(audit)
    .where(and(conditionOf(filter), gt(audit.seq, after)))
    .orderBy(asc(audit.seq))
    .limit(limit);

const BLOCK = 1000; // rows in memory at a time

/** All of them, oldest first. */
export async function* auditRows(db: Db, filter: AuditFilter): AsyncGenerator<AuditRow> {
  let after = 0;
  for (;;) {
    const rows = await auditAfter(db, filter, after, BLOCK);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BLOCK) return;
    after = last.seq;
  }
}

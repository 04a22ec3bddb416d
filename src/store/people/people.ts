import { and, arrayContains, asc, count, desc, eq, gt, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import { released } from '../cases/waiting.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { invitation, session, twoFactor, user } from '../schema/auth.ts';
import { caseFile } from '../schema/core.ts';
import { claim } from '../schema/review.ts';

/** Someone with an account that works. */
export interface ListedPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Everyone whose account works, by name. */
export const listPeople = (db: Db): Promise<ListedPerson[]> =>
  db
    .select({ id: user.id, name: user.name, roles: user.roles })
    .from(user)
    .where(isNull(user.deactivatedAt))
    .orderBy(asc(user.name), asc(user.id));

/** An account as whoever looks after accounts sees it. */
export interface Account extends ListedPerson {
  readonly email: string;
  readonly deactivatedAt: Date | null; // null: it works
  readonly createdAt: Date;
  readonly factor: boolean; // signs in with a second factor
  readonly sessions: number; // that have not ended
}

const accountsWhere = (db: Db, where: SQL | undefined, now: Date): Promise<Account[]> =>
  db
    .select({
      id: user.id,
      name: user.name,
      roles: user.roles,
      email: user.email,
      deactivatedAt: user.deactivatedAt,
      createdAt: user.createdAt,
      factor: user.twoFactorEnabled,
      sessions: db.$count(session, and(eq(session.userId, user.id), gt(session.expiresAt, now))),
    })
    .from(user)
    .where(where)
    .orderBy(asc(user.name), asc(user.id));

/** All accounts, those that were deactivated too, by name. */
export const listAccounts = (db: Db, now: Date): Promise<Account[]> => accountsWhere(db, undefined, now);

export const loadAccount = async (db: Db, id: PersonId, now: Date): Promise<Account | null> =>
  (await accountsWhere(db, eq(user.id, id), now))[0] ?? null;

/** An account that someone wants to get into. */
export interface FoundAccount extends ListedPerson {
  readonly active: boolean;
}

export const findAccount = (db: Db, email: string): Promise<FoundAccount | null> =>
  accountWhere(db, eq(user.email, clean(email)));

export const findAccountById = (db: Db, id: PersonId): Promise<FoundAccount | null> =>
  accountWhere(db, eq(user.id, id));

async function accountWhere(db: Db, where: SQL): Promise<FoundAccount | null> {
  const [found] = await db
    .select({ id: user.id, name: user.name, roles: user.roles, deactivatedAt: user.deactivatedAt })
    .from(user)
    .where(where);
  if (found === undefined) return null;
  const { deactivatedAt, ...person } = found;
  return { ...person, active: deactivatedAt === null };
}

export async function countAccounts(db: Db): Promise<number> {
  const [found] = await db.select({ accounts: count() }).from(user);
  return found?.accounts ?? 0;
}

/** Whether nobody else with a working account has the role. Locks those who have it: of two who give it up, one waits. */
export async function isLastWith(tx: Db, role: string, id: PersonId): Promise<boolean> {
  const holders = await tx
    .select({ id: user.id })
    .from(user)
    .where(and(arrayContains(user.roles, [role]), isNull(user.deactivatedAt)))
    .orderBy(asc(user.id))
    .for('update');
  return holders.length === 1 && holders[0]!.id === id;
}

export async function setRoles(db: Db, id: PersonId, roles: readonly string[], at: Date): Promise<void> {
  await db
    .update(user)
    .set({ roles: [...roles], updatedAt: at })
    .where(eq(user.id, id));
}

/** An account that is deactivated keeps its name in the history; its sessions and links end. */
export async function setActive(tx: Db, id: PersonId, active: boolean, at: Date): Promise<void> {
  const [changed] = await tx
    .update(user)
    .set({ deactivatedAt: active ? null : at, updatedAt: at })
    .where(eq(user.id, id))
    .returning({ email: user.email });
  if (changed === undefined || active) return;
  await endSessions(tx, id);
  await tx.delete(invitation).where(and(eq(invitation.email, changed.email), isNull(invitation.usedAt)));
}

/** For someone who lost their app and their backup codes. */
export async function removeFactor(tx: Db, id: PersonId, at: Date): Promise<void> {
  await tx.delete(twoFactor).where(eq(twoFactor.userId, id));
  await tx.update(user).set({ twoFactorEnabled: false, updatedAt: at }).where(eq(user.id, id));
}

/** What waited for someone who no longer decides waits for them no more. */
export async function releaseWork(tx: Db, id: PersonId): Promise<void> {
  await tx.delete(claim).where(eq(claim.person, id));
  await tx
    .update(caseFile)
    .set(released)
    .where(and(eq(caseFile.assignee, id), eq(caseFile.status, 'open')));
}

/** What waited for a consultation desk that has nobody left waits for anyone; what is confidential stays for those who come. */
export async function releaseEmptyDesk(tx: Db): Promise<void> {
  const members = await tx.$count(user, and(arrayContains(user.roles, ['desk']), isNull(user.deactivatedAt)));
  if (members > 0) return;
  await tx
    .update(caseFile)
    .set({ withConsultation: false })
    .where(and(eq(caseFile.withConsultation, true), eq(caseFile.confidential, false), eq(caseFile.status, 'open')));
}

/** The same for what only the consultation desk may see, for someone who leaves it. */
export async function releaseConfidential(tx: Db, id: PersonId): Promise<void> {
  const confidential = tx.select({ id: caseFile.id }).from(caseFile).where(eq(caseFile.confidential, true));
  await tx.delete(claim).where(and(eq(claim.person, id), inArray(claim.caseId, confidential)));
  await tx
    .update(caseFile)
    .set(released)
    .where(and(eq(caseFile.assignee, id), eq(caseFile.confidential, true), eq(caseFile.status, 'open')));
}

/** A browser in which someone is signed in. */
export interface OpenSession {
  readonly id: string;
  readonly since: Date;
  readonly address: string | null;
  readonly agent: string | null; // as the browser names itself
}

export const listSessions = (db: Db, person: PersonId, now: Date): Promise<OpenSession[]> =>
  db
    .select({ id: session.id, since: session.createdAt, address: session.ipAddress, agent: session.userAgent })
    .from(session)
    .where(and(eq(session.userId, person), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt), asc(session.id));

/** Ends one session of a person. @returns false when they have no such session. */
export async function endSession(db: Db, person: PersonId, id: string): Promise<boolean> {
  const ended = await db
    .delete(session)
    .where(and(eq(session.userId, person), eq(session.id, clean(id))))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends the sessions of a person, all or all but one. @returns how many. */
export async function endSessions(db: Db, person: PersonId, but: string | null = null): Promise<number> {
  const ended = await db
    .delete(session)
    .where(and(eq(session.userId, person), but === null ? undefined : ne(session.id, but)))
    .returning({ id: session.id });
  return ended.length;
}

import { randomUUID } from 'node:crypto';
import { and, arrayContains, asc, count, desc, eq, gt, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { type PersonId, parsePersonId } from '../../cases/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { account, invitation, session, user } from '../schema/auth.ts';

/** A one-time link to get in, for a new account or a new password. The token itself is never stored. */
export interface NewInvitation {
  readonly tokenHash: string; // sha256 hex
  readonly email: string; // lower case
  readonly name: string; // '' lets the person choose
  readonly roles: readonly string[];
  readonly expiresAt: Date;
}

export interface OpenInvitation {
  readonly email: string;
  readonly name: string;
  readonly known: boolean; // an account with this address is there: the link sets a new password
}

const open = (tokenHash: string, at: Date) =>
  and(eq(invitation.tokenHash, tokenHash), isNull(invitation.usedAt), gt(invitation.expiresAt, at));

/** Hosts that start together each make a link to the first account: without turns two would be open, and the second end what the first began. */
const oneByOne = (tx: Db, email: string) => takeAdvisoryLock(tx, 'invitations', email);

const endUnused = (tx: Db, email: string) =>
  tx.delete(invitation).where(and(eq(invitation.email, email), isNull(invitation.usedAt)));

/**
 * Writes an invitation, within a transaction; an earlier unused one for the same address stops working.
 *
 * @param isNew whether it is for somebody without an account.
 * @returns false when it is, and the address has one by now: nothing was written.
 */
export async function createInvitation(
  tx: Db,
  { roles, ...values }: NewInvitation,
  { isNew }: { readonly isNew: boolean },
): Promise<boolean> {
  await oneByOne(tx, values.email);
  if (isNew && (await tx.$count(user, eq(user.email, values.email))) > 0) return false;
  await endUnused(tx, values.email);
  await tx.insert(invitation).values({ ...values, roles: [...roles] });
  return true;
}

export async function findInvitation(db: Db, tokenHash: string, at: Date): Promise<OpenInvitation | null> {
  const [found] = await db
    .select({ email: invitation.email, name: invitation.name, userId: user.id })
    .from(invitation)
    .leftJoin(user, eq(user.email, invitation.email))
    .where(open(tokenHash, at));
  return found ? { email: found.email, name: found.name, known: found.userId !== null } : null;
}

/** A link that nobody has used; it may be over. */
export interface UnusedInvitation extends OpenInvitation {
  readonly id: string; // the hash of its token, which opens nothing
  readonly roles: readonly string[];
  readonly expiresAt: Date;
}

const unusedWhere = (db: Db, where?: SQL): Promise<UnusedInvitation[]> =>
  db
    .select({
      id: invitation.tokenHash,
      email: invitation.email,
      name: invitation.name,
      roles: invitation.roles,
      expiresAt: invitation.expiresAt,
      known: sql<boolean>`${user.id} is not null`,
    })
    .from(invitation)
    .leftJoin(user, eq(user.email, invitation.email))
    .where(and(isNull(invitation.usedAt), where))
    .orderBy(desc(invitation.expiresAt), asc(invitation.tokenHash));

/** All links that nobody has used, the newest first. */
export const unusedInvitations = (db: Db): Promise<UnusedInvitation[]> => unusedWhere(db);

export const unusedInvitation = async (db: Db, id: string): Promise<UnusedInvitation | null> =>
  (await unusedWhere(db, eq(invitation.tokenHash, clean(id))))[0] ?? null;

/** Ends a link that nobody has used. @returns false when there is none. */
export async function deleteInvitation(tx: Db, id: string): Promise<boolean> {
  const gone = await tx
    .delete(invitation)
    .where(and(eq(invitation.tokenHash, clean(id)), isNull(invitation.usedAt)))
    .returning({ id: invitation.tokenHash });
  return gone.length > 0;
}

/** Whether someone other than `email` holds a usable link to an account with `role`. */
export async function isRoleOffered(db: Db, role: string, email: string, at: Date): Promise<boolean> {
  const [found] = await db
    .select({ offers: count() })
    .from(invitation)
    .where(
      and(
        ne(invitation.email, email),
        arrayContains(invitation.roles, [role]),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, at),
      ),
    );
  return (found?.offers ?? 0) > 0;
}

/** The account an invitation led to. */
export interface AcceptedInvitation {
  readonly id: PersonId;
  readonly email: string;
  readonly known: boolean; // it was there before: the link set a new password
}

/**
 * Uses up an invitation and makes its account, or gives the account that is there a new password and ends its sessions.
 * One transaction: of two people with the same link one gets in. No other link to this address works then.
 *
 * @returns null when the link is unknown, used or over.
 */
export async function acceptInvitation(
  db: Db,
  { tokenHash, name, passwordHash, at }: { tokenHash: string; name: string; passwordHash: string; at: Date },
): Promise<AcceptedInvitation | null> {
  return db.transaction(async (tx) => {
    const [claimed] = await tx.update(invitation).set({ usedAt: at }).where(open(tokenHash, at)).returning();
    if (!claimed) return null;
    await oneByOne(tx, claimed.email);
    await endUnused(tx, claimed.email);
    const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.email, claimed.email));
    const userId = known?.id ?? parsePersonId(randomUUID())!;
    if (known) {
      await tx.update(user).set({ name, updatedAt: at }).where(eq(user.id, userId));
      await tx.delete(account).where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
      await tx.delete(session).where(eq(session.userId, userId));
    } else {
      const { email, roles } = claimed;
      await tx
        .insert(user)
        .values({ id: userId, name, email, emailVerified: true, roles, createdAt: at, updatedAt: at });
    }
    await tx.insert(account).values({
      id: randomUUID(),
      userId,
      accountId: userId,
      providerId: 'credential', // better-auth's name for address and password
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    });
    return { id: userId, email: claimed.email, known: known !== undefined };
  });
}

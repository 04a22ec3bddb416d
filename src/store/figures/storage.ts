import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { received } from '../mails/handed-in.ts';
import { isKept } from '../schema/columns.ts';
import { mail } from '../schema/core.ts';

/** Mails and what their originals take. */
export interface Kept {
  readonly mails: number;
  readonly bytes: number;
}

/** What the store holds. */
export interface StorageUse {
  readonly database: number; // bytes, with its indexes
  readonly waiting: Kept; // without verdict
  readonly kept: Kept; // originals of mails that were surfaced
}

export async function storageUse(db: Db): Promise<StorageUse> {
  const size = (await db.execute(sql`select pg_database_size(current_database())::text as bytes`)) as unknown as {
    rows: { bytes: string }[];
  };
  return {
    database: Number(size.rows[0]!.bytes),
    waiting: await originals(db, eq(mail.waiting, true)),
    kept: await originals(db, isKept(mail)),
  };
}

async function originals(db: Db, which: SQL | undefined): Promise<Kept> {
  const [row] = await db
    .select({ mails: count(), bytes: sql<number>`coalesce(sum(${mail.size}), 0)`.mapWith(Number) })
    .from(mail)
    .where(and(which, received));
  return row!;
}

/** Version of the database server, as it names itself: 17.6. */
export async function databaseVersion(db: Db): Promise<string> {
  const { rows } = (await db.execute(sql`show server_version`)) as unknown as { rows: { server_version: string }[] };
  return rows[0]!.server_version;
}

import type { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Pool } from 'pg';
import type * as auditSchema from '../schema/audit.ts';
import type * as authSchema from '../schema/auth.ts';
import type * as reportSchema from '../schema/consultation.ts';
import type * as schema from '../schema/core.ts';
import type * as noticeSchema from '../schema/notice.ts';
import type * as deskSchema from '../schema/review.ts';

/** The database or a transaction on it: PGlite and PostgreSQL look the same from here. */
export type Db = PgDatabase<
  PgQueryResultHKT,
  typeof schema & typeof deskSchema & typeof reportSchema & typeof noticeSchema & typeof auditSchema & typeof authSchema
>;

/** What the database runs on; the queue may share it. */
export type Engine =
  | { readonly kind: 'pglite'; readonly client: PGlite }
  | { readonly kind: 'postgres'; readonly pool: Pool };

export interface Store {
  readonly db: Db;
  readonly engine: Engine;
  close(): Promise<void>;
}

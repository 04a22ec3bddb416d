import { existsSync } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { and, count, gt, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { StoreConfig } from '../../config/index.ts';
import type { SiteRule } from '../../detect/index.ts';
import { siteRules } from '../dictionaries/site-rules.ts';
import type { Db } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { pendingMigrations, refuseNewerStore, rowsOf } from '../engine/migrate.ts';
import { schema } from '../engine/tables.ts';
import { apiToken } from '../schema/auth.ts';
import { runningHosts } from './running.ts';

/** What a start of this version meets in a store. */
export interface Ahead {
  readonly pending: readonly string[]; // migrations it would make, from the earliest
  readonly copy: { readonly bytes: number; readonly free: number } | null; // of the files, made before them; null: none is made
  readonly hosts: readonly string[]; // that judge by it now
  readonly tokens: number; // of programs, that count now
  readonly rules: readonly SiteRule[];
}

/**
 * Looks at a store as it is, before a start of this version changes its tables.
 *
 * @returns null where there is none yet
 * @throws StoreLockedError while a process has an embedded one open, StoreError when it cannot be used by this version
 */
export async function lookAhead(config: StoreConfig, dataPath: string): Promise<Ahead | null> {
  switch (config.kind) {
    case 'pglite': {
      if (!existsSync(join(config.path, 'PG_VERSION'))) return null;
      const { readPglite } = await import('../engine/open-pglite.ts');
      const seen = await readPglite(config.path, dataPath, read);
      return seen === null || seen.pending.length === 0 ? seen : { ...seen, copy: await roomFor(config.path) };
    }
    case 'postgres': {
      const client = new pg.Client({ connectionString: config.url });
      client.on('error', () => {}); // the query that it was to answer tells
      try {
        await client.connect();
        return await read(drizzle(client, { schema }));
      } catch (cause) {
        if (cause instanceof StoreError) throw cause;
        throw new StoreError('PostgreSQL cannot be used. Check DATABASE_URL or store.url, and that the server runs.', {
          cause,
        });
      } finally {
        await client.end().catch(() => {});
      }
    }
  }
}

/** An earlier version may lack a table: then it has nothing in it. */
async function read(db: Db): Promise<Ahead | null> {
  await refuseNewerStore(db);
  const pending = await pendingMigrations(db);
  if (pending === null) return null;
  const has = async (table: string) => {
    const [row] = await rowsOf<{ there: boolean }>(db, sql`select to_regclass(${table}) is not null as there`);
    return row!.there;
  };
  const valid = and(isNull(apiToken.revokedAt), gt(apiToken.expiresAt, sql`now()`));
  const [tokens] = (await has('auth.api_token')) ? await db.select({ all: count() }).from(apiToken).where(valid) : [];
  return {
    pending,
    copy: null,
    hosts: (await has('komainu.running')) ? (await runningHosts(db)).map(({ host }) => host) : [],
    tokens: tokens?.all ?? 0,
    rules: (await has('komainu.site_rule')) ? await siteRules(db) : [],
  };
}

/** How large the files are, and how much is free beside them. */
async function roomFor(path: string): Promise<{ readonly bytes: number; readonly free: number }> {
  const names = await readdir(path, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(path, name))).size));
  const { bavail, bsize } = await statfs(dirname(path));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), free: bavail * bsize };
}

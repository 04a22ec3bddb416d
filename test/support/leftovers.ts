import { sql } from 'drizzle-orm';
import { Redis } from 'ioredis';
import type { Db } from '../../src/store/index.ts';

/** Every row of every table, as text; bytes are shown in hexadecimal. */
export async function allRows(db: Db): Promise<string> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await rowsOf<{ row: string }>(db, sql`select t::text as row from ${sql.raw(name)} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

async function rowsOf<T>(db: Db, query: ReturnType<typeof sql>): Promise<T[]> {
  return ((await db.execute(query)) as unknown as { rows: T[] }).rows;
}

/** Every value in a Redis server, as its own dump writes it. */
export async function allValues(url: string): Promise<string> {
  const redis = new Redis(url);
  try {
    const dumps = await Promise.all((await redis.keys('*')).map((key) => redis.dumpBuffer(key)));
    return dumps.map((dump) => dump?.toString('latin1') ?? '').join('\n');
  } finally {
    redis.disconnect();
  }
}

/** Whether ASCII `words` stand in `text`, plainly or as hexadecimal bytes. */
export const holds = (text: string, words: string): boolean =>
  text.includes(words) || text.includes(Buffer.from(words).toString('hex'));

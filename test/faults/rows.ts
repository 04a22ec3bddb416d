import type { SQL } from 'drizzle-orm';
import type { Db } from '../../src/store/index.ts';

/** The rows of a query that only a test asks. */
export const rowsOf = async <T>(db: Db, query: SQL): Promise<readonly T[]> =>
  ((await db.execute(query)) as unknown as { rows: T[] }).rows;

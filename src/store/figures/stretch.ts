import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Stretches of time that follow each other: the first begins at `edges[0]`, the last ends before `edges.at(-1)`. */
export type Edges = readonly Date[];

export const moment = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** In which stretch a time lies, from 0. */
export const stretchOf = (at: SQLWrapper, edges: Edges): SQL<number> =>
  sql<number>`width_bucket(${at}, array[${sql.join(edges.map(moment), sql`, `)}]) - 1`.mapWith(Number);

import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { running } from '../schema/notice.ts';

/** A process that judges, and by which version of the dictionaries. */
export interface RunningHost {
  readonly host: string;
  readonly dictionary: string;
  readonly since: Date; // this version is in force there
  readonly settled: boolean; // for so long that whoever shares its folder must have it too
}

/** Times are the database's: clocks of hosts may differ. A process that was not heard of for so long is gone. */
const GONE = sql`now() - interval '1 minute'`;
/** What a change may take to be seen and compiled everywhere. */
const SETTLED = sql`now() - interval '1 minute'`;

/** Says that this process runs, and by which version it judges. */
export async function noteRunning(
  db: Db,
  { id, host, dictionary }: { readonly id: string; readonly host: string; readonly dictionary: string },
): Promise<void> {
  const now = sql`now()`;
  await db
    .insert(running)
    .values({ id, host, dictionary, since: now, seenAt: now })
    .onConflictDoUpdate({
      target: running.id,
      set: {
        dictionary,
        since: sql`case when ${running.dictionary} = ${dictionary} then ${running.since} else now() end`,
        seenAt: now,
      },
    });
  await db.delete(running).where(sql`${running.seenAt} < ${GONE}`);
}

/** It ends. */
export async function forgetRunning(db: Db, id: string): Promise<void> {
  await db.delete(running).where(eq(running.id, id));
}

/** All that judge now, by host. */
export const runningHosts = (db: Db): Promise<RunningHost[]> =>
  db
    .select({
      host: running.host,
      dictionary: running.dictionary,
      since: running.since,
      settled: sql<boolean>`${running.since} < ${SETTLED}`,
    })
    .from(running)
    .where(sql`${running.seenAt} >= ${GONE}`)
    .orderBy(asc(running.host), asc(running.id));

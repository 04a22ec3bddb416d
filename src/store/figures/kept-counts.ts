import { sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { verdictCount } from '../schema/jobs.ts';

/** Makes one row of those that speak of the same quarter of an hour and band; what is added meanwhile stays beside it. */
export async function gatherCounts(db: Db): Promise<void> {
  await db.execute(sql`
    with several as (
      select quarter, band from ${verdictCount} group by quarter, band having count(*) > 1
    ), gone as (
      delete from ${verdictCount} one using several where (one.quarter, one.band) = (several.quarter, several.band)
      returning one.quarter, one.band, one.mails
    )
    insert into ${verdictCount} (quarter, band, mails)
    select quarter, band, sum(mails) from gone group by quarter, band having sum(mails) <> 0`);
}

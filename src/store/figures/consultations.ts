import { and, count, eq, gte, lt, sql } from 'drizzle-orm';
import type { Channel } from '../../cases/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { consultation } from '../schema/consultation.ts';
import { caseFile } from '../schema/core.ts';
import { type Edges, stretchOf } from './stretch.ts';

export interface HandedInConsultations {
  readonly stretch: number; // from 0
  readonly channel: Channel;
  readonly handedIn: number;
}

/** What people handed in, by the time at which they did and how it had reached them. Confidential ones are in no figure. */
export async function handedInConsultations(db: Db, edges: Edges): Promise<HandedInConsultations[]> {
  const stretch = stretchOf(consultation.handedInAt, edges);
  return db
    .select({ stretch, channel: consultation.channel, handedIn: count() })
    .from(consultation)
    .innerJoin(caseFile, eq(caseFile.id, consultation.caseId))
    .where(
      and(
        gte(consultation.handedInAt, edges[0]!),
        lt(consultation.handedInAt, edges.at(-1)!),
        isVisible(USUAL_VISIBILITY),
      ),
    )
    .groupBy(sql`1`, consultation.channel);
}

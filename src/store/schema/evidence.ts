import { text, unique } from 'drizzle-orm/pg-core';
import type { CaseId } from '../../cases/index.ts';
import type { StampId } from '../../response/index.ts';
import { bytea, rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

/** Time stamps of evidence packs (RFC 3161), as an authority gave them. The packs themselves are kept by nobody here. */
export const evidenceStamp = komainu.table(
  'evidence_stamp',
  {
    id: serialId('id').$type<StampId>().primaryKey(),
    caseId: rowId('case_id')
      .$type<CaseId>()
      .notNull()
      .references(() => caseFile.id),
    pack: text('pack').notNull(), // SHA-256, hex
    response: bytea('response').notNull(),
    sha256: text('sha256').notNull(), // of the response
    stampedAt: time('stamped_at').notNull(), // what it says
    authority: text('authority').notNull(), // whose certificate it is
    by: text('by').notNull(), // who added it
    at: time('at').notNull(),
  },
  (t) => [unique('evidence_stamp_response').on(t.caseId, t.pack, t.sha256)],
);

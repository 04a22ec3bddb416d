import * as auditTables from '../schema/audit.ts';
import * as authSchema from '../schema/auth.ts';
import * as consultationTables from '../schema/consultation.ts';
import * as tables from '../schema/core.ts';
import * as noticeTables from '../schema/notice.ts';
import * as reviewTables from '../schema/review.ts';

/** The tables that are asked by name; all others by what their modules export. */
export const schema = {
  ...tables,
  ...reviewTables,
  ...consultationTables,
  ...noticeTables,
  ...auditTables,
  ...authSchema,
};

import { type SQL, sql } from 'drizzle-orm';
import { caseFile, caseMail, mail } from '../schema/core.ts';
import { fileOf } from './whereabouts.ts';

/** Mails of a source and its folders of which nobody is told: those that came before a moment. They were there before it was watched. */
export interface QuietPast {
  readonly source: string;
  readonly before: Date;
}

/** A case is news unless all its mails are of a quiet past; what has no mail is. Undefined where there is none. */
export function isNews(quiet: readonly QuietPast[]): SQL | undefined {
  if (quiet.length === 0) return undefined;
  const isQuiet = sql.join(
    quiet.map(
      ({ source, before }) =>
        sql`(split_part(${mail.source}, '/', 1) = ${source} and ${mail.receivedAt} < ${before.toISOString()}::timestamptz)`,
    ),
    sql` or `,
  );
  const own = sql`from ${caseMail} inner join ${mail} on ${mail.id} = ${caseMail.mailId} where ${caseMail.caseId} in ${fileOf(sql`${caseFile.id}`)}`;
  return sql`(not exists (select 1 ${own}) or exists (select 1 ${own} and not (${isQuiet})))`;
}

import { sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { rowsOf } from '../engine/migrate.ts';

/** A table as the database has it now. */
export interface Table {
  readonly name: string; // quoted, with its schema
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly serial: string | null; // the column whose numbers a sequence gives
}

/**
 * Who is signed in, half-way through it, or invited: a backup would let its reader in as them. People sign in anew. And which job
 * carries a mail: the queue is no part of a backup, and mails get new jobs. And trials: they are made again. And how many verdicts there are: as they come in
 * they are counted.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'auth.session',
  'auth.verification',
  'auth.invitation',
  'komainu.attempt',
  'komainu.running',
  'komainu.screen_job',
  'komainu.verdict_count',
  'komainu.wrong_password',
  'komainu.past_mail',
  'komainu.past_run',
]);

/** The tables of a backup, each after those it refers to. */
export const keptTablesOf = async (db: Db): Promise<Table[]> =>
  (await tablesOf(db)).filter(({ name }) => !LEFT_OUT.has(name));

/** Our tables, each after those it refers to, with the columns that hold what no other says. */
async function tablesOf(db: Db): Promise<Table[]> {
  const found = await rowsOf<{ name: string; columns: Table['columns']; serial: string | null; after: string[] }>(
    db,
    sql`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null) as serial,
      (select coalesce(json_agg(distinct format('%I.%I', rn.nspname, r.relname)), '[]')
        from pg_constraint k join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as after
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('komainu', 'auth') and c.relkind = 'r' order by 1`,
  );
  const sorted: typeof found = [];
  while (sorted.length < found.length) {
    const ready = found.filter(
      (table) => !sorted.includes(table) && table.after.every((name) => sorted.some((one) => one.name === name)),
    );
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    sorted.push(...ready);
  }
  return sorted;
}

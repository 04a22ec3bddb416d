import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Db } from '../../src/store/index.ts';
import { describeStores } from './stores.ts';

/** A line per enum, column, constraint and index of our schemas; order and wording do not depend on the server. */
async function dump(db: Db): Promise<string> {
  const result = (await db.execute(sql`
    select line from (
      select 1 as part, n.nspname || '.' || t.typname || ' is one of ' ||
        string_agg(e.enumlabel, ', ' order by e.enumsortorder) as line
      from pg_type t join pg_namespace n on n.oid = t.typnamespace join pg_enum e on e.enumtypid = t.oid
      where n.nspname in ('komainu', 'auth') group by n.nspname, t.typname
      union all
      select 2, n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) ||
        case when a.attnotnull then ' not null' else '' end ||
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where n.nspname in ('komainu', 'auth') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      union all
      select 3, n.nspname || '.' || c.relname || ': ' || pg_get_constraintdef(k.oid)
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('komainu', 'auth') and k.contype <> 'n'
      union all
      select 4, indexdef from pg_indexes where schemaname in ('komainu', 'auth')
    ) lines order by part, line collate "C"`)) as unknown as { rows: { line: string }[] };
  return `${result.rows.map((row) => row.line).join('\n')}\n`;
}

describeStores('the schema', (store) => {
  it('is the one in schema.txt', async () => {
    await expect(await dump(store().db)).toMatchFileSnapshot('schema.txt');
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { rowsOf } from '../../faults/rows.ts';
import { describeStores } from '../stores.ts';

/** Whose rows a purge deletes. Without an index on what refers to them, each row deleted would read a whole table. */
const PURGED = ['mail', 'case_file', 'decision', 'comment', 'letter', 'measure', 'consultation', 'case_merge'];

describeStores('what refers to rows that are purged', (store) => {
  it('is found by an index', async () => {
    const rows = await rowsOf<{ column: string }>(
      store().db,
      sql`select k.conrelid::regclass::text || '.' || a.attname as column
        from pg_constraint k
        join pg_class c on c.oid = k.confrelid
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.connamespace = 'komainu'::regnamespace
          and c.relname in ${PURGED}
          and not exists (select 1 from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1])
        order by 1`,
    );
    expect(rows.map(({ column }) => column)).toEqual([]);
  });
});

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { eventually } from '../support/eventually.ts';
import { mail, text } from '../support/mime.ts';
import { createDatabase, describeWithServer } from '../support/servers.ts';
import { createService } from '../support/service.ts';

const yaml = 'sources: [{ name: box, kind: directory, path: box }]\nsettings: { pollSeconds: 1, sweepSeconds: 1 }\n';

async function numberOf(store: Store, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = (await store.db.execute(query)) as unknown as { rows: { n: string | number }[] };
  return Number(rows[0]?.n);
}

/** Locks on the source held by connections that hand out leases; chores have leases of their own. */
const LEASES = sql`select count(*) as n from pg_locks join pg_stat_activity using (pid)
  where locktype = 'advisory' and granted and datname = current_database() and application_name = 'komainu leases'
    and objid = (hashtext('box')::bigint & 4294967295)::oid`;
const MAILS = sql`select count(*) as n from komainu.mail`;
const DIFFERENT = sql`select count(distinct sha256) as n from komainu.mail`;
/** One of each process. */
const CONNECTIONS = sql`select count(*) as n from pg_stat_activity
  where datname = current_database() and application_name = 'komainu leases'`;

describeWithServer('postgres', 'two processes with the same source', () => {
  it('one watches; when it is killed with -9 the other does, and every mail comes once', {
    timeout: 120_000,
  }, async () => {
    const postgres = await createDatabase();
    const service = createService(yaml, { DATABASE_URL: postgres.url });
    const store = await openStore({ kind: 'postgres', url: postgres.url }, service.folder);
    for (const sub of ['tmp', 'new', 'cur']) mkdirSync(join(service.folder, 'box', sub), { recursive: true });
    let delivered = 0;
    const deliver = (count: number) => {
      for (let i = 0; i < count; i++) {
        const name = `${++delivered}`;
        const raw = mail(text(`見積書をお送りください。${name}`), { 'Message-ID': `<${name}@example.com>` });
        writeFileSync(join(service.folder, 'box', 'tmp', name), raw);
        renameSync(join(service.folder, 'box', 'tmp', name), join(service.folder, 'box', 'new', `${name}.host`));
      }
    };
    try {
      const owner = await service.start('--part', 'intake');
      await eventually(async () => (await numberOf(store, LEASES)) === 1);
      const heir = await service.start('--part', 'intake');
      await eventually(async () => (await numberOf(store, CONNECTIONS)) === 2);
      deliver(300);
      await eventually(async () => (await numberOf(store, MAILS)) > 0);
      expect(await numberOf(store, LEASES)).toBe(1);
      await owner.kill();
      deliver(100);
      await eventually(async () => (await numberOf(store, MAILS)) === delivered);
      expect(await numberOf(store, DIFFERENT)).toBe(delivered);
      expect(await numberOf(store, LEASES)).toBe(1);
      expect(await heir.stop()).toBe(0);
      expect(await numberOf(store, LEASES), 'who stops gives the lease up').toBe(0);
    } finally {
      service.remove();
      await store.close();
      await postgres.stop();
    }
  });
});

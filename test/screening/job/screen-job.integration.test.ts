import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createScreenJob } from '../../../src/screening/job/screen-job.ts';
import type { AssessMail } from '../../../src/screening/pipeline.ts';
import { openPool } from '../../../src/screening/pool/index.ts';
import { mailsWithoutVerdict, openStore, type Store, sourceState, verdictCounts } from '../../../src/store/index.ts';
import { failure } from '../../../src/store/schema/jobs.ts';
import { eventually } from '../../support/eventually.ts';
import { createDatabase, describeWithServer } from '../../support/servers.ts';
import { FLAGGED, fewRules, packed, rawMail, silent } from '../pool/support.ts';

describeWithServer('postgres', 'a mail whose store goes away', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let store: Store;
  let other: pg.Client;
  beforeAll(async () => {
    database = await createDatabase();
    store = await openStore({ kind: 'postgres', url: database.url }, '/nowhere');
    other = new pg.Client({ connectionString: database.url });
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await store.close();
    await database.stop();
  });

  /** Ends the connection on which a transaction waits for the mail's row. */
  async function endWaiting(mailId: string, begin: () => Promise<unknown>): Promise<void> {
    await other.query('begin');
    await other.query('select from komainu.mail where id = $1 for no key update', [mailId]);
    const job = begin();
    job.catch(() => {}); // looked at in the end
    await eventually(async () => {
      const ended = await other.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return ended.rowCount === 1;
    });
    await other.query('rollback');
    await job;
  }

  it('while its verdict is written, in its last attempt, is not given up: it waits for the sweep', async () => {
    const rules = packed(fewRules());
    await using screening = openPool({ threads: 1, rules: () => rules, log: silent });
    const { screen } = screening;
    const delivery = { uidValidity: 1n, uid: 1, receivedAt: new Date(), raw: rawMail(FLAGGED) };
    await sourceState(store.db, 'support').commit([delivery], { uidValidity: 1n, lastUid: 1 });
    const [mailId] = await mailsWithoutVerdict(store.db, { limit: 1 });
    const run = () => createJob(screen)({ mailId: mailId! }, { number: 3, last: true });

    await expect(endWaiting(mailId!, run)).rejects.toMatchObject({ code: 'store-away' });
    expect(await mailsWithoutVerdict(store.db, { limit: 1 })).toEqual([mailId]);
    expect(await store.db.select().from(failure)).toEqual([]);

    await run();
    expect(await verdictCounts(store.db)).toMatchObject({ urgent: 1, unreadable: 0 });
  });

  const createJob = (screen: AssessMail) =>
    createScreenJob({
      db: store.db,
      keys: { hash: (value) => value },
      screen,
      counterpartyOf: (address) => address,
      now: () => new Date(),
      log: silent,
    });
});

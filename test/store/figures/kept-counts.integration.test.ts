import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { rowsOf } from '../../../src/store/engine/migrate.ts';
import {
  type Db,
  dumpStore,
  handIn,
  loadDump,
  mailsWithoutVerdict,
  purge,
  screenedMails,
  verdictCounts,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, storeMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable, writeVerdict } from '../write.ts';

type Row = { readonly quarter: string; readonly band: string; readonly mails: number };

/** What is kept, by quarter and band, and what one finds who counts. */
const kept = (db: Db): Promise<Row[]> =>
  rowsOf<Row>(
    db,
    sql`select quarter::text, band, sum(mails)::int as mails from komainu.verdict_count
      group by 1, 2 having sum(mails) <> 0 order by 1, 2`,
  );
const counted = (db: Db): Promise<Row[]> =>
  rowsOf<Row>(
    db,
    sql`select (date_trunc('hour', screened_at) + floor(extract(minute from screened_at) / 15) * interval '15 minutes')::text as quarter,
      coalesce(band::text, 'unreadable') as band, count(*)::int as mails
      from komainu.verdict join komainu.mail on id = mail_id where source <> '@hand-in' group by 1, 2 order by 1, 2`,
  );
const pieces = async (db: Db): Promise<number> =>
  (await rowsOf<{ rows: number }>(db, sql`select count(*)::int as rows from komainu.verdict_count`))[0]!.rows;

const judge = (db: Db, band: 'urgent' | 'review' | 'ordinary', minute: number) =>
  judgedMail(db, 1, { assessment: assessment(band), screenedAt: at(minute), references: [`${band} ${minute}`] });

async function fill(db: Db): Promise<void> {
  for (const minute of [0, 3, 14, 15, 200]) await judge(db, 'review', minute);
  for (const minute of [2, 3]) await judge(db, 'ordinary', minute);
  await writeUnreadable(db, { mailId: await storeMail(db, { minute: 5 }), at: at(16), reason: 'too deep' });
  const [employee] = await reviewers(db, 'employee');
  await handIn(db, newConsultation(employee!, { confidential: true, mail: true }), at(1));
  const [handedIn] = await mailsWithoutVerdict(db, { limit: 1 });
  await writeVerdict(db, verdictOf(handedIn!, { assessment: assessment('urgent'), screenedAt: at(3) }));
}

describeStores('counts of verdicts that are kept', (store) => {
  it('are what one finds who counts, without what was handed in', async () => {
    const { db } = store();
    await fill(db);
    expect(await kept(db)).toEqual(await counted(db));
    expect(await kept(db)).toHaveLength(5);
    expect(await verdictCounts(db)).toEqual({ ordinary: 2, grey: 0, review: 5, urgent: 0, unreadable: 1 });
  });

  it('stay so when verdicts change, go, and are judged anew', async () => {
    const { db } = store();
    await fill(db);
    await db.execute(sql`update komainu.verdict set band = 'grey' where mail_id in (1, 2)`);
    await db.execute(sql`update komainu.verdict set screened_at = ${at(700).toISOString()} where mail_id = 3`);
    await db.execute(sql`update komainu.verdict set probability = 0.3`);
    await db.execute(sql`delete from komainu.verdict where band = 'ordinary'`);
    expect(await kept(db)).toEqual(await counted(db));
    expect(await screenedMails(db, [at(0), at(15), at(1440)])).toEqual(
      expect.arrayContaining([
        { stretch: 0, band: 'grey', mails: 2 },
        { stretch: 1, band: 'review', mails: 3 },
        { stretch: 1, band: 'unreadable', mails: 1 },
      ]),
    );
  });

  it('are gathered by a purge, which counts what goes by its day', async () => {
    const { db } = store();
    await fill(db);
    const before = await pieces(db);
    const days = {
      verdictDays: 1,
      greyDays: 1,
      dismissedDays: 1,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 1,
      registerDays: 1,
    };
    expect(await purge(db, days, at(60 * 24 + 3))).toMatchObject({ verdicts: 1 }); // the ordinary one of minute 2
    expect(await kept(db)).toEqual(await counted(db));
    expect(await pieces(db)).toBe((await kept(db)).length);
    expect(await pieces(db)).toBeLessThan(before);
    expect(await verdictCounts(db)).toEqual({ ordinary: 2, grey: 0, review: 5, urgent: 0, unreadable: 1 });
  });

  it('are made anew as a backup is read', async () => {
    const { db } = store();
    await fill(db);
    const rows = await kept(db);
    const lines: string[] = [];
    await dumpStore(db, at(300), async (line) => void lines.push(line));
    await db.execute(sql`insert into komainu.verdict_count select quarter, band, 5 from komainu.verdict_count`);
    const tables = await rowsOf<{ name: string }>(
      db,
      sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('komainu', 'auth')`,
    );
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      for (const { name } of tables) await tx.execute(sql.raw(`delete from ${name}`));
    });
    await loadDump(
      db,
      (async function* () {
        yield* lines;
      })(),
    );
    expect(await kept(db)).toEqual(rows);
    expect(await pieces(db)).toBe(rows.length);
  });
});

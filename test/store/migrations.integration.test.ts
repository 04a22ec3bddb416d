import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { expect, it } from 'vitest';
import { caseSummary, loadCase, openStore } from '../../src/store/index.ts';
import { shipped } from '../../src/util/paths.ts';
import { caseId } from '../support/ids.ts';

/** A folder with the migrations before the one named `until` alone, as an older version shipped them. */
async function earlierMigrations(folder: string, until: string): Promise<string> {
  const to = join(folder, 'migrations');
  await cp(shipped('src/store/migrations'), to, { recursive: true });
  const path = join(to, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { tag: string }[] };
  const count = journal.entries.findIndex(({ tag }) => tag.endsWith(until));
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return to;
}

it('0012 renames tables and columns, and what they held is still there', { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-migrations-'));
  const path = join(folder, 'store');
  const client = await PGlite.create(path);
  const older = drizzle(client);
  await migrate(older, {
    migrationsFolder: await earlierMigrations(folder, 'one_word_per_thing'),
    migrationsSchema: 'komainu_meta',
  });
  for (const statement of [
    "insert into komainu.source (name) values ('hotline')",
    `insert into komainu.mail (source, uid_validity, uid, received_at, sha256, size)
       values ('hotline', 1, 1, now(), 'a', 1)`,
    `insert into komainu.verdict (mail_id, outcome, reader, thread, received_at, screened_at)
       values (1, 'assessed', 0.25, 'x', now(), now())`,
    `insert into komainu.case_file (kind, thread, received_at, opened_at, at_desk)
       values ('report', 'x', now(), now(), true)`,
    `insert into komainu.report (id, case_id, reporter_name, channel, other_side, words, wish, handed_in_at)
       values ('r', 1, '狛田 守', 'phone', '', '電話で大声を出されました', '', now())`,
    "insert into komainu.report_note (report_id, words, at) values ('r', '今日もありました', now())",
  ])
    await older.execute(sql.raw(statement));
  await client.close();

  const store = await openStore({ kind: 'pglite', path }, folder);
  try {
    expect(await loadCase(store.db, caseId('1'))).toMatchObject({
      assignee: { kind: 'desk' },
      report: { words: '電話で大声を出されました', notes: [{ words: '今日もありました' }] },
    });
    const { rows } = (await store.db.execute(sql`select probability from komainu.verdict`)) as unknown as {
      rows: { probability: number }[];
    };
    expect(rows).toEqual([{ probability: 0.25 }]);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
});

it('hidden_and_taken_over learns from stored verdicts what was found in a case, counted or not', {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-migrations-'));
  const path = join(folder, 'store');
  const client = await PGlite.create(path);
  const older = drizzle(client);
  await migrate(older, {
    migrationsFolder: await earlierMigrations(folder, 'hidden_and_taken_over'),
    migrationsSchema: 'komainu_meta',
  });
  for (const statement of [
    "insert into komainu.source (name) values ('support')",
    `insert into komainu.mail (source, uid_validity, uid, received_at, sha256, size)
       values ('support', 1, 1, now(), 'a', 1), ('support', 1, 2, now(), 'b', 1)`,
    `insert into komainu.verdict (mail_id, outcome, thread, received_at, screened_at, assessment)
       values (1, 'assessed', 'x', now(), now(), '{"matches": [{"act": "sexual", "points": 0}, {"act": null}]}'),
         (2, 'assessed', 'x', now(), now(), '{"matches": [{"act": "other", "points": 2}]}')`,
    `insert into komainu.case_file (kind, thread, received_at, opened_at)
       values ('mail', 'x', now(), now()), ('report', 'y', now(), now())`,
    'insert into komainu.case_mail (mail_id, case_id) values (1, 1), (2, 1)',
  ])
    await older.execute(sql.raw(statement));
  await client.close();

  const store = await openStore({ kind: 'pglite', path }, folder);
  try {
    expect((await caseSummary(store.db, caseId('1')))?.foundActs).toEqual(['other', 'sexual']);
    expect((await caseSummary(store.db, caseId('2')))?.foundActs).toEqual([]);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
});

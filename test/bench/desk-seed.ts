import { sql } from 'drizzle-orm';
import type { Db } from '../../src/store/index.ts';

const match = { entry: 'insult.test', act: 'insult-person', part: 'body', text: '無能', start: 3, end: 5 };

/** What is kept of a seeded mail, and how one was decided that is approved. */
export const SEEDED = {
  raw: 'From: a@example.com\r\nTo: support@example.co.jp\r\nSubject: x\r\n\r\n本当に無能ですね。',
  assessment: {
    band: 'review',
    ...{ format: 2, probability: 0.6, atLeast: null, grave: 0, pressing: false, unjudged: false, worry: [], notes: [] },
    odds: { base: -4, sentences: [], others: 4.4, dictionaries: 0, frequency: 0, sum: 0.4 },
    judge: { by: 'classifier', version: 'bench' },
    acts: [{ act: 'insult-person', probability: 0.6 }],
    matches: [{ ...match, meant: true, atLeast: null, strength: 'strong', modifiers: [] }],
    dictionary: 'bench',
  },
  envelope: { from: [], to: [], cc: [], subject: '件名', date: null, headers: [], attachments: [] },
  approval: {
    kind: 'approve',
    acts: ['insult-person'],
    severity: 1,
    elements: [],
    declaration: true,
    affected: ['self'],
    harms: ['mind'],
    ownCause: 'no',
    note: '',
  },
};

const SLOW_INDEX = ['reading_found', 'case_file_found'];

/** Fills tables without the indexes that take a hundred times as long row by row as at once. */
export async function withoutSlowIndexes(db: Db, fill: () => Promise<void>): Promise<void> {
  const found = (await db.execute(
    sql`select indexname as name, indexdef as definition from pg_indexes where schemaname = 'komainu' and indexname in ${SLOW_INDEX}`,
  )) as unknown as { rows: { name: string; definition: string }[] };
  for (const { name } of found.rows) await db.execute(sql.raw(`drop index komainu.${name}`));
  await fill();
  for (const { definition } of found.rows) await db.execute(sql.raw(definition));
}

/** What the list looks for words in. */
export async function fillSearch(db: Db): Promise<void> {
  await db.execute(sql`update komainu.case_file set search = lower(from_display || ' ' || subject)`);
  await db.execute(sql`update komainu.case_file set grams = array(select distinct substr(search, i, n)
    from generate_series(1, length(search)) i, generate_series(1, 2) n where i + n <= length(search) + 1)`);
}

/**
 * Fills an empty store with `count` cases of one mail each, as if they had come in a minute apart: four in five open,
 * 2 % urgent, 400 counterparties in two mailboxes. One in a thousand subjects says 納期, one in fifty-one is of the act
 * `summons`; of the decided ones half are approved. One text in three says 返金, one in 997 of the others 土下座.
 */
export async function seedCases(db: Db, count: number): Promise<void> {
  const all = sql`generate_series(1, ${count}::int) n`;
  const at = sql`timestamptz '2026-01-01' + n * interval '1 minute'`;
  const thread = sql`'thread-' || n`;
  const open = sql`n % 5 > 0`;
  const act = sql`case when n % 51 = 3 then 'summons' else 'insult-person' end`;
  const entry = sql`'entry.' || n % 40`;
  const statements = [
    sql`insert into komainu.source (name) values ('support'), ('sales')`,
    sql`insert into komainu.mail (source, uid_validity, uid, received_at, sha256, size, raw, waiting)
      select case when n % 4 = 0 then 'sales' else 'support' end, 1, n, ${at}, 'x', 100,
        convert_to(${SEEDED.raw}, 'UTF8'), false from ${all}`,
    sql`insert into komainu.verdict (mail_id, outcome, band, acts, probability, entries, dictionary, sender_hash,
        message_id_hash, thread, content_hash, received_at, assessment, screened_at)
      select n, 'assessed', (case when n % 50 = 7 then 'urgent' when n % 3 = 0 then 'grey' else 'review' end)::komainu.band,
        '[]', 0.6, array[${entry}], 'bench', 'sender-' || n % 4000, 'id-' || n,
        ${thread}, 'content-' || n % 90000, ${at}, ${JSON.stringify(SEEDED.assessment)}::jsonb, ${at} from ${all}`,
    sql`insert into komainu.case_file (kind, status, band, acts, from_display, subject, counterparty, thread, received_at,
        opened_at, arrived_at, seen_at, opened_by, decided_by, decided_at, entries, sources)
      select 'mail', case when ${open} then 'open' when n % 2 = 0 then 'approved' else 'dismissed' end, v.band,
        array[${act}], '取引先 ' || n % 4000 || ' <s' || n % 4000 || '@c' || n % 400 || '.example.com>',
        case when n % 1000 = 0 then '納期について ' || n else 'お見積りの件 ' || n end, 'c' || n % 400 || '.example.com',
        ${thread}, ${at}, ${at}, ${at}, case when n % 3 = 0 then null else ${at} + interval '5 minutes' end, n,
        case when ${open} then null else 'だれか' end,
        case when ${open} then null else ${at} end, array[${entry}],
        array[case when n % 4 = 0 then 'sales' else 'support' end]
      from ${all} join komainu.verdict v on v.mail_id = n order by n`,
    sql`insert into komainu.case_mail (mail_id, case_id) select opened_by, id from komainu.case_file`,
    sql`insert into komainu.decision (case_id, decision, decided_by, at)
      select id, '{"kind":"dismiss","reason":"jargon","note":""}', 'だれか', decided_at from komainu.case_file
      where status <> 'open'`,
    sql`insert into komainu.reading (mail_id, envelope, parts, characters, left_out, folded, plain)
      select n, ${JSON.stringify(SEEDED.envelope)}::jsonb, '[]', 160, 0, text, text from (select n, case when n % 3 = 0 then '返金を求めます。' when n % 997 = 0 then '土下座です。' else '' end || (
        select string_agg(chr(19968 + (hashint8(n * 1000 + i) & 255)) || chr(12354 + (hashint8(n * 3000 + i) & 63)) ||
          chr(12354 + (hashint8(n * 5000 + i) & 31)), '') from generate_series(1, 53) i) as text from ${all}) texts`,
  ];
  await withoutSlowIndexes(db, async () => {
    for (const statement of statements) await db.execute(statement);
    await fillSearch(db);
  });
  await db.execute(sql`vacuum analyze`);
}

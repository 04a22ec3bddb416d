import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../../src/store/index.ts';
import { fillSearch, SEEDED, withoutSlowIndexes } from '../desk-seed.ts';

/** For how long everything is kept, in days: the seeded mails are spread over one day more. */
export const KEPT_DAYS = 1_826;

/** One mail in so many makes a case. */
export const CASE_IN = 50;

const AT_ONCE = 50_000; // mails a statement

/**
 * Fills an empty store with what `count` mails leave in it that came evenly over `KEPT_DAYS` and a day until `now`: those of the first day have
 * been kept long enough. Ordinary mails are rows without text as the service writes them, with hashes of their real length; half of
 * them answer another, one in four was answered. Cases are those of the bench of the desk, one mail each, and for each there are five rows of the audit log.
 *
 * @param onOrdinary told when nothing but ordinary mails is in the store
 * @returns how many ordinary mails there are
 */
export async function seedGrowth(db: Db, count: number, now: Date, onOrdinary: () => Promise<void>): Promise<number> {
  const at = (n: SQL) =>
    sql`${now.toISOString()}::timestamptz - (${count}::int - ${n}) * (interval '1 day' * ${(KEPT_DAYS + 1) / count}::float8)`;
  await db.execute(sql`insert into komainu.source (name) values ('support'), ('sales'), ('sent')`);
  const inTurns = async (statement: (mails: SQL) => readonly SQL[]) => {
    for (let from = 1; from <= count; from += AT_ONCE) {
      const mails = sql`generate_series(${from}::int, ${Math.min(count, from + AT_ONCE - 1)}::int) n`;
      for (const one of statement(mails)) await db.execute(one);
      await db.execute(sql`checkpoint`); // else the embedded store keeps its whole log
    }
  };
  const ordinary = sql`n % ${CASE_IN}::int <> 7`;
  await inTurns((mails) => ordinaryMails(mails, ordinary, at(sql`n`)));
  await db.execute(sql`vacuum analyze`);
  await onOrdinary();
  await withoutSlowIndexes(db, async () => {
    await inTurns((mails) => surfacedMails(mails, sql`not (${ordinary})`, at(sql`n`)));
    await fillSearch(db);
  });
  await db.execute(sql`select setval(pg_get_serial_sequence('komainu.mail', 'id'), ${count}::int)`);
  const auditRows = Math.ceil(count / CASE_IN) * 5;
  await db.execute(sql`insert into komainu.audit (seq, at, person, name, action, target, details, hash)
    select n, ${at(sql`n * 10`)}, 'person-' || n % 20, 'だれか', 'case.view', 'case/' || n / 5 + 1, '{}', md5('a' || n) || md5('b' || n)
    from generate_series(1, ${auditRows}::int) n`);
  await db.execute(sql`vacuum analyze`);
  return count - Math.floor((count + CASE_IN - 7) / CASE_IN);
}

const mailRows = (mails: SQL, which: SQL, at: SQL, hash: SQL, raw: SQL) => sql`
  insert into komainu.mail (id, source, uid_validity, uid, received_at, sha256, size, raw, waiting, stored_at)
  select n, case when n % 4 = 0 then 'sales' else 'support' end, 1, n, ${at}, ${hash}, 400 + (n::bigint * 37) % 20000, ${raw}, false, ${at}
  from ${mails} where ${which}`;

const ordinaryMails = (mails: SQL, which: SQL, at: SQL): readonly SQL[] => [
  mailRows(mails, which, at, sql`''`, sql`null`),
  sql`insert into komainu.verdict (mail_id, outcome, band, acts, probability, dictionary, sender_hash, message_id_hash,
      reference_hashes, thread, content_hash, characters, received_at, screened_at)
    select n, 'assessed', 'ordinary', case when n % 10 = 0 then '[{"act":"insult-person","probability":0.01}]' else '[]' end::jsonb,
      random() / 4, '0123456789ab', md5('sender' || n % 40000), md5('id' || n),
      case when n % 2 = 0 then array[md5('id' || n - 1)] else '{}' end, md5('id' || n - (n + 1) % 2), md5('content' || n),
      50 + n % 900, ${at}, ${at} from ${mails} where ${which}`,
  sql`insert into komainu.answer (source, uid_validity, uid, message_id_hash, thread, at)
    select 'sent', 1, n, md5('answer' || n), md5('id' || n), ${at} + interval '1 hour' from ${mails} where ${which} and n % 4 = 1`,
];

/** Of which one in five waits, half of the others are approved. Their cases are numbered from 1. */
function surfacedMails(mails: SQL, which: SQL, at: SQL): readonly SQL[] {
  const nth = sql`((n - 7) / ${CASE_IN}::int + 1)`;
  const band = sql`(case when ${nth} % 50 = 7 then 'urgent' when ${nth} % 3 = 0 then 'grey' else 'review' end)::komainu.band`;
  const status = sql`case when ${nth} % 5 = 0 then 'open' when ${nth} % 2 = 0 then 'approved' else 'dismissed' end`;
  const decided = (value: SQL) => sql`case when ${nth} % 5 = 0 then null else ${value} end`;
  return [
    mailRows(mails, which, at, sql`md5('x' || n) || md5('y' || n)`, sql`convert_to(${SEEDED.raw}, 'UTF8')`),
    sql`insert into komainu.verdict (mail_id, outcome, band, acts, probability, entries, dictionary, sender_hash, message_id_hash,
        thread, content_hash, characters, received_at, assessment, screened_at)
      select n, 'assessed', ${band}, '[{"act":"insult-person","probability":0.6}]', 0.6,
        array['entry.' || ${nth} % 40], '0123456789ab', md5('sender' || n % 40000), md5('id' || n), md5('id' || n),
        md5('content' || ${nth} % 9000), 160, ${at}, ${JSON.stringify(SEEDED.assessment)}::jsonb, ${at} from ${mails} where ${which}`,
    sql`insert into komainu.case_file (kind, status, band, acts, from_display, subject, counterparty, thread, received_at,
        opened_at, arrived_at, opened_by, decided_by, decided_at, entries, sources)
      select 'mail', ${status}, ${band}, array[case when ${nth} % 51 = 3 then 'summons' else 'insult-person' end],
        '取引先 ' || ${nth} % 4000 || ' <s' || ${nth} % 4000 || '@c' || ${nth} % 400 || '.example.com>',
        case when ${nth} % 1000 = 0 then '納期について ' || n else 'お見積りの件 ' || n end, 'c' || ${nth} % 400 || '.example.com',
        md5('id' || n), ${at}, ${at}, ${at}, n, ${decided(sql`'だれか'`)}, ${decided(at)}, array['entry.' || ${nth} % 40],
        array[case when n % 4 = 0 then 'sales' else 'support' end] from ${mails} where ${which} order by n`,
    sql`insert into komainu.case_mail (mail_id, case_id) select opened_by, id from komainu.case_file
      where not exists (select 1 from komainu.case_mail where mail_id = opened_by)`,
    sql`insert into komainu.decision (case_id, decision, decided_by, at)
      select id, case when status = 'approved' then ${JSON.stringify(SEEDED.approval)} else '{"kind":"dismiss","reason":"jargon","note":""}' end::jsonb,
        'だれか', decided_at from komainu.case_file where status <> 'open' and not exists (select 1 from komainu.decision d where d.case_id = case_file.id)`,
    sql`insert into komainu.reading (mail_id, envelope, parts, characters, left_out, folded, plain)
      select n, ${JSON.stringify(SEEDED.envelope)}::jsonb, '[]', 160, 0, '', case when n % 3 = 0 then '返金を求めます。' else '' end || (
        select string_agg(chr(19968 + (hashint8(n::bigint * 1000 + i) & 255)) || chr(12354 + (hashint8(n::bigint * 3000 + i) & 63)), '')
        from generate_series(1, 80) i) from ${mails} where ${which}`,
  ];
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Keys } from '../../src/config/index.ts';
import type { Db } from '../../src/store/index.ts';
import { allRows, allValues, holds } from '../support/leftovers.ts';
import { type CrashMail, ORDINARY_WORDS } from './crash-mails.ts';
import { rowsOf } from './rows.ts';

/** What the store holds when everything has come to rest, and in a sentence each what of it is wrong. */
export interface Account {
  readonly verdicts: number;
  readonly cases: number;
  readonly failedAttempts: Readonly<Record<string, number>>; // by code; tried again, so not wrong
  readonly faults: readonly string[];
}

/**
 * Every delivered mail must be there once, with one verdict, and with one case exactly if it was to be flagged. A mail that was judged is
 * known by the keyed hash of its Message-ID, for of an ordinary one no hash of its bytes is left; one that waits by that of its bytes.
 */
export async function accountOf(db: Db, keys: Keys, delivered: readonly CrashMail[]): Promise<Account> {
  const known = new Map(
    delivered.flatMap((one) => [keys.hash(one.messageId), one.sha256].map((key) => [key, one.messageId])),
  );
  const nameOf = ({ mark }: { mark: string | null }) => known.get(mark ?? '') ?? `${mark}`;
  const mails = await rowsOf<{ mark: string | null; waiting: boolean; kept: boolean }>(
    db,
    sql`select coalesce(message_id_hash, sha256) as mark, waiting, raw is not null as kept
        from komainu.mail left join komainu.verdict on id = mail_id`,
  );
  const verdicts = await rowsOf<{ mark: string | null; outcome: string; again: boolean }>(
    db,
    sql`select coalesce(message_id_hash, sha256) as mark, outcome, duplicate_of is not null as again
        from komainu.verdict left join komainu.mail on id = mail_id`,
  );
  const cases = await rowsOf<{ subject: string; mails: number }>(
    db,
    sql`select subject, count(mail_id)::int as mails from komainu.case_file left join komainu.case_mail on case_id = id group by id`,
  );
  const failures = await rowsOf<{ code: string; times: number }>(
    db,
    sql`select code, count(*)::int as times from komainu.failure group by code`,
  );
  const flagged = delivered.filter((one) => one.flagged);
  const fine = verdicts.filter(({ outcome, again }) => outcome === 'assessed' && !again);
  const faults = [
    ...compared(
      'mail row',
      delivered.map(({ messageId }) => messageId),
      mails.map(nameOf),
    ),
    ...compared(
      'verdict',
      delivered.map(({ messageId }) => messageId),
      fine.map(nameOf),
    ),
    ...compared(
      'case',
      flagged.map(({ subject }) => subject),
      cases.map(({ subject }) => subject),
    ),
    ...counted(verdicts, ({ outcome }) => outcome !== 'assessed', 'mails were given up as unreadable'),
    ...counted(cases, ({ mails: count }) => count !== 1, 'cases do not have one mail'),
    ...counted(mails, ({ waiting }) => waiting, 'mails still wait'),
  ];
  const kept = mails.filter((one) => one.kept).length;
  if (kept !== flagged.length) faults.push(`The bytes of ${kept} mails are kept, ${flagged.length} were flagged.`);
  if (holds(await allRows(db), ORDINARY_WORDS)) faults.push('Words of an ordinary mail are left in the store.');
  return {
    verdicts: fine.length,
    cases: cases.length,
    failedAttempts: Object.fromEntries(failures.map(({ code, times }) => [code, times])),
    faults,
  };
}

/** Read-only means that no mail is gone or new, and that none has a flag: a Maildir writes them behind `:2,`. */
export function faultsOfMailbox(maildir: string, delivered: number): readonly string[] {
  const names = ['new', 'cur'].flatMap((folder) => readdirSync(join(maildir, folder)));
  return [
    ...(names.length === delivered ? [] : [`The mailbox holds ${names.length} mails.`]),
    ...counted(names, (name) => /:2,./.test(name), 'mails have a flag in the mailbox'),
  ];
}

export async function faultsOfQueue(redisUrl: string): Promise<readonly string[]> {
  return holds(await allValues(redisUrl), ORDINARY_WORDS) ? ['Words of an ordinary mail are left in Redis.'] : [];
}

function counted<T>(all: readonly T[], isWrong: (one: T) => boolean, what: string): readonly string[] {
  const wrong = all.filter(isWrong).length;
  return wrong === 0 ? [] : [`${wrong} ${what}.`];
}

function compared(what: string, wanted: readonly string[], found: readonly string[]): readonly string[] {
  const [set, had] = [new Set(wanted), new Set(found)];
  const missing = wanted.filter((one) => !had.has(one)).length;
  const foreign = found.filter((one) => !set.has(one)).length;
  const twice = found.length - had.size;
  return [
    ...(missing === 0 ? [] : [`${missing} mails have no ${what}.`]),
    ...(foreign === 0 ? [] : [`${foreign} times there is a ${what} of no delivered mail.`]),
    ...(twice === 0 ? [] : [`${twice} times there is a second ${what}.`]),
  ];
}

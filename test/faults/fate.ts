import { sql } from 'drizzle-orm';
import { UNOPENED } from '../../src/mail/index.ts';
import type { Db } from '../../src/store/index.ts';
import { rowsOf } from './rows.ts';

/** Reasons of a case 判定不能 that lie in the mail itself. */
const KNOWN: ReadonlySet<string> = new Set(['unreadable', ...UNOPENED]);

/** What became of hostile mails that went from the spool to their verdicts. */
export interface Fate {
  readonly mails: number;
  readonly bytes: number;
  readonly judged: number;
  readonly surfaced: number; // of the judged ones
  readonly unreadable: number; // a case 判定不能 each
  readonly slowest: Slowest;
  readonly faults: readonly string[];
}

/** The attempt that took longest. */
export interface Slowest {
  readonly ms: number;
  readonly name: string;
}

/**
 * Every mail must have come to a verdict or, when it is no mail at all, to a case; no attempt may have crashed, used up
 * its memory, gone on until its deadline or failed in any other way.
 *
 * @param names by the UID it was spooled with.
 */
export async function fateOf(db: Db, names: ReadonlyMap<string, string>) {
  const verdicts = await rowsOf<{
    uid: string;
    outcome: string;
    failure: string;
    hasCase: boolean;
    surfaced: boolean;
  }>(
    db,
    sql`select uid::text, outcome, failure, band > 'ordinary' as surfaced,
          exists (select 1 from komainu.case_mail c where c.mail_id = v.mail_id) as "hasCase"
        from komainu.verdict v join komainu.mail on id = v.mail_id`,
  );
  const failures = await rowsOf<{ uid: string; code: string }>(
    db,
    sql`select distinct uid::text, code from komainu.failure join komainu.mail on mail.id = mail_id where code <> 'unreadable'`,
  );
  const waiting = await rowsOf<{ uid: string }>(db, sql`select uid::text from komainu.mail where waiting`);
  const unreadable = verdicts.filter(({ outcome }) => outcome === 'unreadable');
  const nameOf = ({ uid }: { uid: string }) => names.get(uid) ?? uid;
  return {
    judged: verdicts.length - unreadable.length,
    surfaced: verdicts.filter(({ surfaced }) => surfaced).length,
    unreadable: unreadable.length,
    faults: [
      ...waiting.map((one) => `No verdict: ${nameOf(one)}.`),
      ...failures.map((one) => `An attempt failed (${one.code}): ${nameOf(one)}.`),
      ...unreadable.flatMap((one) => (one.hasCase ? [] : [`Unreadable without a case: ${nameOf(one)}.`])),
      ...unreadable.flatMap((one) => (KNOWN.has(one.failure) ? [] : [`Given up (${one.failure}): ${nameOf(one)}.`])),
    ],
  };
}

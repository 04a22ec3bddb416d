import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { plainApproval } from '../../../src/cases/index.ts';
import type { Day } from '../../../src/response/index.ts';
import {
  addCooperation,
  addObjection,
  addReferral,
  afterwards,
  answerCooperation,
  type Db,
  decide,
  handIn,
  holdCase,
  loadCase,
  noteExposure,
  purge,
  purgeable,
  putAside,
  skipCase,
  verdictCounts,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { NOTHING_PURGED } from '../purged.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

const DAYS = {
  verdictDays: 180,
  greyDays: 30,
  dismissedDays: 90,
  approvedDays: 1826,
  unopenedDays: 14,
  reportDays: 90,
  registerDays: 1826,
};
const after = (days: number) => new Date(at(600).getTime() + days * 86_400_000 + 1000);
const NOTHING = NOTHING_PURGED;
const SECRET = 'とても秘密の言葉';

const flagged = async (db: Db, minute: number, band: 'grey' | 'review' | 'urgent' = 'review') =>
  (await judgedMail(db, minute, {
    assessment: { ...assessment(band), matches: [{ ...assessment(band).matches[0]!, text: SECRET }] },
    display: { from: SECRET, subject: SECRET, counterparty: 'example.co.jp' },
    screenedAt: at(600),
  }))!.caseId!;

/** Whether the words are in any row of any table. */
async function isSomewhere(db: Db, words: string): Promise<boolean> {
  const { rows } = (await db.execute(
    sql`select tablename as name from pg_tables where schemaname = 'komainu'`,
  )) as unknown as { rows: { name: string }[] };
  for (const { name } of rows) {
    const found = (await db.execute(
      sql`select 1 from ${sql.raw(`komainu.${name}`)} t where t::text like ${`%${words}%`} limit 1`,
    )) as unknown as { rows: unknown[] };
    if (found.rows.length > 0) return true;
  }
  return false;
}

describeStores('what is kept', (store) => {
  it.each([
    ['grey', 30],
    ['dismissed', 90],
    ['approved', 1826],
  ] as const)('as a %s case is for its days, and then every word of it is gone', async (kind, days) => {
    const { db } = store();
    const id = await flagged(db, 600, kind === 'grey' ? 'grey' : 'review');
    if (kind === 'dismissed') await decide(db, id, { kind: 'dismiss', reason: 'jargon', note: SECRET }, 'a', at(600));
    if (kind === 'approved') await decide(db, id, { ...plainApproval([]), note: SECRET }, 'a', at(600));
    const few = { ...DAYS, verdictDays: 36_500 };
    expect(await purge(db, few, new Date(after(days).getTime() - 2000))).toEqual(NOTHING);
    expect(await isSomewhere(db, SECRET)).toBe(true);
    const [reader] = await reviewers(db, 'reader');
    await noteExposure(db, { person: reader!.id, caseId: id, heavy: true, at: after(days) }); // a moment ago
    await skipCase(db, id, reader!, after(days));
    expect(await purgeable(db, few, after(days))).toEqual({ ...NOTHING, [kind]: 1 });
    expect(await isSomewhere(db, SECRET)).toBe(true);
    expect(await purge(db, few, after(days))).toEqual({ ...NOTHING, [kind]: 1 });
    expect(await isSomewhere(db, SECRET)).toBe(false);
    expect(await loadCase(db, id)).toBeNull();
    expect((await verdictCounts(db))[kind === 'grey' ? 'grey' : 'review']).toBe(1); // without text
  });

  it('as a dismissed consultation is for days of its own', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, 'employee');
    const { caseId } = await handIn(db, newConsultation(employee!, { words: SECRET }), at(600));
    await decide(db, caseId, { kind: 'dismiss', reason: 'joke', note: SECRET }, 'a', at(600));
    const mail = await flagged(db, 601);
    await decide(db, mail, { kind: 'dismiss', reason: 'joke', note: '' }, 'a', at(600));
    const days = { ...DAYS, reportDays: 1096 };
    expect(await purge(db, days, after(1095))).toMatchObject({ dismissed: 1 }); // the mail
    expect(await loadCase(db, caseId)).not.toBeNull();
    await holdCase(db, caseId, '法務 花子');
    expect(await purge(db, days, after(1097))).toMatchObject({ dismissed: 0 });
    await holdCase(db, caseId, null);
    expect(await purge(db, days, after(1097))).toMatchObject({ dismissed: 1 });
    expect(await isSomewhere(db, SECRET)).toBe(false);
  });

  it('of registers, of no case, is for days of its own', async () => {
    const { db } = store();
    const request = { direction: 'sent', caseId: null, company: SECRET, contact: '', words: SECRET } as const;
    const who = { by: 'a', at: at(600) };
    const id = await addCooperation(db, { ...request, asked: '2026-12-01' as Day, due: '2026-12-03' as Day }, who);
    await answerCooperation(db, id, { words: SECRET, day: '2026-12-02' as Day }, who);
    const days = { ...DAYS, registerDays: 1096 };
    expect(await purge(db, days, after(1095))).toMatchObject({ cooperations: 0 });
    expect(await purge(db, days, after(1097))).toMatchObject({ cooperations: 1 });
    expect(await isSomewhere(db, SECRET)).toBe(false);
  });

  it('of a complaint that was passed on is that it was, and to which team', async () => {
    const { db } = store();
    const id = await flagged(db, 600);
    await decide(db, id, { kind: 'dismiss', reason: 'complaint', note: '' }, 'a', at(600));
    const objection = { caseId: id, letterId: null, measureId: null, from: 'x', words: 'x' };
    const days = { received: '2026-07-03' as Day, due: '2026-07-10' as Day };
    const objectionId = await addObjection(db, { ...objection, ...days }, { by: 'a', at: at(600) });
    await putAside(db, objectionId, { by: 'a', at: at(600) });
    const given = { caseId: id, team: '受注システム部', words: SECRET };
    await addReferral(db, { ...given, objectionId: null }, { by: 'a', at: at(600) });
    await addReferral(db, { ...given, objectionId }, { by: 'a', at: at(600) });
    expect((await purge(db, DAYS, after(91))).dismissed).toBe(1);
    expect(await isSomewhere(db, SECRET)).toBe(false);
    expect((await afterwards(db, [at(0), at(900)])).referrals).toBe(2);
  });

  it('as an open case that was flagged is for ever: someone has to decide', async () => {
    const { db } = store();
    await flagged(db, 1, 'urgent');
    expect(await purge(db, DAYS, after(4000))).toEqual(NOTHING);
  });

  it('on hold is kept until it is released', async () => {
    const { db } = store();
    const id = await flagged(db, 1, 'grey');
    expect(await holdCase(db, id, '法務 花子')).toBe(true);
    expect(await purge(db, DAYS, after(1000))).toEqual(NOTHING);
    expect(await holdCase(db, id, null)).toBe(true);
    expect((await purge(db, DAYS, after(1000))).grey).toBe(1);
    expect(await holdCase(db, id, 'x')).toBe(false);
  });

  it('of a verdict are its counts, when its days are over', async () => {
    const { db } = store();
    await judgedMail(db, 1, { assessment: assessment('ordinary') });
    const { mailId } = await judgedMail(db, 2, {
      assessment: assessment('ordinary'),
      messageId: 'same',
      contentHash: 'same',
    });
    await judgedMail(db, 3, { assessment: assessment('ordinary'), messageId: 'same', contentHash: 'same' });
    const counts = await verdictCounts(db);
    expect(await purge(db, DAYS, after(179))).toEqual(NOTHING);
    expect((await purge(db, DAYS, after(181))).verdicts).toBe(2); // the first delivery goes after the second
    expect((await purge(db, DAYS, after(181))).verdicts).toBe(1);
    expect(await isSomewhere(db, `"${mailId}"`)).toBe(false);
    expect(await verdictCounts(db)).toEqual(counts);
  });

  it('in a chain of cases loses its link, not the case', async () => {
    const { db } = store();
    const first = await flagged(db, 1);
    await decide(db, first, { kind: 'dismiss', reason: 'jargon', note: '' }, 'a', at(601));
    const { caseId } = await judgedMail(db, 2, { messageId: 'second', references: [`id-${1}`] });
    await purge(db, DAYS, after(100));
    expect(await loadCase(db, first)).toBeNull();
    expect(await loadCase(db, caseId!)).not.toBeNull();
  });
});

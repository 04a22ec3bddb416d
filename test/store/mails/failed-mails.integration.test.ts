import { count, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { CaseId, Decision, MailId } from '../../../src/cases/index.ts';
import {
  addComment,
  caseSummary,
  claimCase,
  commentsOf,
  type Db,
  decide,
  failedMails,
  holdCase,
  listCases,
  loadCase,
  loadMail,
  mailsWithoutVerdict,
  purge,
  recordFailure,
  waitAgain,
} from '../../../src/store/index.ts';
import { verdict } from '../../../src/store/schema/core.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, storeMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable, writeVerdict } from '../write.ts';

const now = at(700);
const USUAL = { seesConfidential: false };
const toDesk: Decision = { kind: 'hand-over', to: { kind: 'desk' }, note: '' };
const dismissal: Decision = { kind: 'dismiss', reason: 'other', note: '' };

describeStores('mails that could not be judged', (store) => {
  async function givenUp(minute: number) {
    const { db } = store();
    const mailId = await storeMail(db, { minute });
    for (const attempt of [1, 2])
      await recordFailure(db, { mailId, attempt, at: at(minute + attempt), code: 'deadline', message: 'x' });
    const { caseId } = await writeUnreadable(db, { mailId, at: at(minute + 2), reason: 'deadline' });
    return { mailId, caseId: caseId! };
  }
  const verdictsOf = async (db: Db, mailId: MailId) =>
    (await db.select({ n: count() }).from(verdict).where(eq(verdict.mailId, mailId)))[0]!.n;

  it('are listed with what failed and whether they are tried again by themselves', async () => {
    const { db } = store();
    const { mailId, caseId } = await givenUp(10);
    const other = await storeMail(db, { minute: 20 });
    await recordFailure(db, { mailId: other, attempt: 1, at: at(21), code: 'memory', message: 'x' });
    await judgedMail(db, 30);
    expect(await failedMails(db, now, 10)).toMatchObject([
      { mailId: other, state: 'trying', attempts: 1, code: 'memory', caseId: null },
      { mailId, state: 'given-up', attempts: 2, code: 'deadline', at: at(12), caseId, source: 'support' },
    ]);
    expect(await failedMails(db, now, 1)).toHaveLength(1);
  });

  it('wait again without verdict, and get exactly one in the case that they have', async () => {
    const { db } = store();
    const { mailId, caseId } = await givenUp(10);
    expect(await waitAgain(db, mailId, now)).toEqual([mailId]);
    expect(await mailsWithoutVerdict(db, { limit: 10 })).toEqual([mailId]);
    expect(await caseSummary(db, caseId)).toMatchObject({ kind: 'unreadable', status: 'open' });
    expect(await failedMails(db, now, 10)).toMatchObject([{ mailId, caseId, state: 'trying' }]);
    expect(await verdictsOf(db, mailId)).toBe(0);
    expect(await waitAgain(db, mailId, now)).toEqual([]);
    const [first, second] = await Promise.all([
      writeVerdict(db, verdictOf(mailId)),
      writeUnreadable(db, { mailId, at: now, reason: 'deadline' }),
    ]);
    expect([first.written, second.written].sort()).toEqual([false, true]);
    expect(await verdictsOf(db, mailId)).toBe(1);
    expect(first.caseId).toBe(caseId);
    expect((await loadCase(db, caseId))!.items.map((item) => item.mailId)).toEqual([mailId]);
    expect((await listCases(db, { limit: 9, offset: 0 })).total).toBe(1);
  });

  it('that surface then have what was found shown in their case, with all that was written to it', async () => {
    const { db } = store();
    const { mailId, caseId } = await givenUp(10);
    const person = (await reviewers(db, '花子'))[0]!.id;
    await addComment(db, caseId, { person, by: '花子', words: '届いていました', mentioned: [], at: at(13) }, USUAL);
    await waitAgain(db, mailId, now);
    await writeVerdict(db, verdictOf(mailId, { assessment: assessment('urgent') }));
    expect(await loadCase(db, caseId)).toMatchObject({
      ...{ kind: 'mail', status: 'open', band: 'urgent', from: '取引先 太郎', subject: '至急' },
      items: [{ mailId, failure: null, kept: true }],
    });
    expect(await commentsOf(db, caseId, USUAL)).toHaveLength(1);
    const { caseId: next } = await judgedMail(db, 20, { references: [`id-${mailId}`] });
    expect(next).toBe(caseId); // its thread joins it
  });

  it('that are ordinary then close their case, which says why and stays its time', async () => {
    const { db } = store();
    const { mailId, caseId } = await givenUp(10);
    await waitAgain(db, mailId, now);
    await writeVerdict(db, verdictOf(mailId, { assessment: assessment('ordinary') }));
    const found = (await loadCase(db, caseId))!;
    expect(found).toMatchObject({ status: 'dismissed', decidedBy: 'Komainu', items: [{ mailId, kept: false }] });
    expect(found.decisions).toMatchObject([{ by: 'Komainu', decision: { kind: 'dismiss' } }]);
    expect(await loadMail(db, mailId)).toMatchObject({ raw: null });
    expect(await failedMails(db, now, 10)).toEqual([]);
    const days = {
      verdictDays: 1,
      greyDays: 1,
      dismissedDays: 90,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 90,
      registerDays: 1,
    };
    const screened = verdictOf(mailId).screenedAt.getTime();
    expect((await purge(db, days, new Date(screened + 89 * 86_400_000))).dismissed).toBe(0);
    expect((await purge(db, days, new Date(screened + 91 * 86_400_000))).dismissed).toBe(1);
  });

  it('that fail once more stay in the case that they have', async () => {
    const { db } = store();
    const { mailId, caseId } = await givenUp(10);
    await waitAgain(db, mailId, now);
    expect(await writeUnreadable(db, { mailId, at: now, reason: 'memory' })).toMatchObject({ caseId });
    expect(await loadCase(db, caseId)).toMatchObject({ kind: 'unreadable', items: [{ mailId, failure: 'memory' }] });
    expect((await listCases(db, { limit: 9, offset: 0 })).total).toBe(1);
  });

  it.each([
    ['on hold', 'held', (db: Db, id: CaseId) => holdCase(db, id, 'lead')],
    ['handed over', 'handled', (db: Db, id: CaseId) => decide(db, id, toDesk, 'x', now)],
    ['looked at', 'claimed', async (db: Db, id: CaseId) => claimCase(db, id, (await reviewers(db, '花子'))[0]!, now)],
  ] as const)('stay as they are when their case is %s', async (_, state, act) => {
    const { db } = store();
    const [kept, free] = [await givenUp(10), await givenUp(20)];
    await act(db, kept.caseId);
    const states = (await failedMails(db, now, 10)).map((one) => [one.mailId, one.state]);
    expect(Object.fromEntries(states)).toEqual({ [kept.mailId]: state, [free.mailId]: 'given-up' });
    expect(await waitAgain(db, kept.mailId, now)).toEqual([]);
    expect(await waitAgain(db, null, now)).toEqual([free.mailId]);
    expect(await loadCase(db, kept.caseId)).toMatchObject({ kind: 'unreadable', items: [{ mailId: kept.mailId }] });
    expect((await loadMail(db, kept.mailId))!.hasVerdict).toBe(true);
  });

  it('stay as they are when a person dismissed them, and are listed no more', async () => {
    const { db } = store();
    const { mailId, caseId } = await givenUp(10);
    await decide(db, caseId, dismissal, 'x', now);
    expect(await failedMails(db, now, 10)).toEqual([]);
    expect(await waitAgain(db, mailId, now)).toEqual([]);
  });

  it('are not touched when their mail was judged well', async () => {
    const { db } = store();
    const { mailId, caseId } = await judgedMail(db, 10);
    for (const id of [mailId, null]) expect(await waitAgain(db, id, now)).toEqual([]);
    expect(await caseSummary(db, caseId!)).not.toBeNull();
  });

  it('keep a hand-over that is asked at the moment in which they wait again', async () => {
    const { db } = store();
    for (let minute = 0; minute < 12; minute++) {
      const { mailId, caseId } = await givenUp(minute);
      const [handed, again] = await Promise.allSettled([
        decide(db, caseId, toDesk, 'x', now),
        waitAgain(db, mailId, now),
      ]);
      expect([handed.status, again.status]).toEqual(['fulfilled', 'fulfilled']);
      expect(await loadCase(db, caseId)).toMatchObject({ status: 'open', decisions: [{ decision: toDesk }] });
      expect((await waitAgain(db, mailId, now)).length).toBe(0); // somebody has it in hand, or it waits already
    }
  });
});

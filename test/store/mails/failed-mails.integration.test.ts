import { count, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { CaseId, Decision, MailId } from '../../../src/cases/index.ts';
import {
  caseSummary,
  claimCase,
  type Db,
  decide,
  failedMails,
  holdCase,
  loadCase,
  loadMail,
  mailsWithoutVerdict,
  recordFailure,
  waitAgain,
} from '../../../src/store/index.ts';
import { verdict } from '../../../src/store/schema/core.ts';
import { reviewers } from '../reviewers.ts';
import { at, judgedMail, storeMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable, writeVerdict } from '../write.ts';

const now = at(700);
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

  it('wait again without verdict and case, and get exactly one of each', async () => {
    const { db } = store();
    const { mailId, caseId } = await givenUp(10);
    expect(await waitAgain(db, mailId, now)).toEqual([mailId]);
    expect(await mailsWithoutVerdict(db, { limit: 10 })).toEqual([mailId]);
    expect(await caseSummary(db, caseId)).toBeNull();
    expect(await verdictsOf(db, mailId)).toBe(0);
    expect(await waitAgain(db, mailId, now)).toEqual([]);
    const [first, second] = await Promise.all([
      writeVerdict(db, verdictOf(mailId)),
      writeUnreadable(db, { mailId, at: now, reason: 'deadline' }),
    ]);
    expect([first.written, second.written].sort()).toEqual([false, true]);
    expect(await verdictsOf(db, mailId)).toBe(1);
    expect((await loadCase(db, first.caseId!))!.items.map((item) => item.mailId)).toEqual([mailId]);
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

  it('are either handed over or wait again when both are asked at the same moment', async () => {
    const { db } = store();
    for (let minute = 0; minute < 12; minute++) {
      const { mailId, caseId } = await givenUp(minute);
      const [handed, again] = await Promise.allSettled([
        decide(db, caseId, toDesk, 'x', now),
        waitAgain(db, mailId, now),
      ]);
      expect(again.status).toBe('fulfilled');
      const waits = again.status === 'fulfilled' && again.value.length === 1;
      expect(handed.status).toBe(waits ? 'rejected' : 'fulfilled');
      expect((await caseSummary(db, caseId)) === null).toBe(waits);
    }
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { plainApproval } from '../../../src/cases/index.ts';
import {
  approvedCounterparties,
  decide,
  decidedActs,
  decidedCases,
  dismissReasons,
  handIn,
  mailsWithoutVerdict,
  newCases,
  openForDeciding,
  screenedMails,
  type Visibility,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeVerdict } from '../write.ts';

const DESK: Visibility = { seesConfidential: true };
const edges = [at(0), at(1000), at(2000)]; // minutes
const display = (counterparty: string) => ({ from: 'a', subject: 'b', counterparty });
const dismiss = (reason: 'jargon' | 'mention') => ({ kind: 'dismiss', reason, note: '' }) as const;

describeStores('numbers', (store) => {
  it('count mails by band and the time of their verdict, and those of which only counts are left', async () => {
    const { db } = store();
    for (const [band, minute] of [
      ['review', 0],
      ['ordinary', 989],
      ['urgent', 990],
      ['urgent', 1979],
      ['grey', 1980],
    ] as const)
      await judgedMail(db, 1, { assessment: assessment(band), screenedAt: at(minute) });
    await db.execute(
      sql`insert into komainu.tally (day, band, mails) values ('2026-10-01', 'unreadable', 7), ('2026-09-30', 'grey', 9)`,
    );
    const rows = await screenedMails(db, [at(0), at(990), at(1980)]);
    expect(new Set(rows)).toEqual(
      new Set([
        { stretch: 0, band: 'review', mails: 1 },
        { stretch: 0, band: 'ordinary', mails: 1 },
        { stretch: 0, band: 'unreadable', mails: 7 },
        { stretch: 1, band: 'urgent', mails: 2 },
      ]),
    );
  });

  it('count the decisions that stand, how long they took, why and about what', async () => {
    const { db } = store();
    const [person] = await reviewers(db, 'reviewer');
    const add = async (counterparty: string, band: 'grey' | 'review' = 'review') =>
      (
        await judgedMail(db, 0, {
          assessment: assessment(band, ['summons']),
          screenedAt: at(0),
          display: display(counterparty),
        })
      ).caseId!;
    const seen = await add('a.example.com');
    await openForDeciding(db, seen, { id: person!.id, name: 'x', seesConfidential: false }, at(30));
    await openForDeciding(db, seen, { id: person!.id, name: 'x', seesConfidential: false }, at(50));
    await decide(db, seen, plainApproval(['privacy', 'other']), 'x', at(60), { person: person!.id });
    await decide(db, await add('b.example.com', 'grey'), plainApproval(['privacy']), 'x', at(120));
    await decide(db, await add('a.example.com'), plainApproval(['privacy']), 'x', at(180));
    await decide(db, await add('c.example.com'), dismiss('jargon'), 'x', at(240));
    const undone = await add('d.example.com');
    await decide(db, undone, dismiss('jargon'), 'x', at(250));
    await decide(db, undone, { kind: 'reopen', note: '' }, 'x', at(260));
    await decide(db, undone, dismiss('mention'), 'x', at(1200));
    await decide(db, await add('e.example.com'), dismiss('mention'), 'x', at(2000));

    expect((await decidedCases(db, edges)).sort((a, b) => a.stretch - b.stretch)).toEqual([
      {
        stretch: 0,
        approved: 3,
        dismissed: 1,
        flaggedApproved: 2,
        flaggedDismissed: 1,
        hours: { median: 2.5, p90: 3.7, longest: 4 },
        looked: { median: 2.5, longest: 4 }, // one was opened half an hour after it arrived
      },
      {
        stretch: 1,
        approved: 0,
        dismissed: 1,
        flaggedApproved: 0,
        flaggedDismissed: 1,
        hours: { median: 20, p90: 20, longest: 20 },
        looked: { median: 20, longest: 20 },
      },
    ]);
    expect(await newCases(db, edges)).toEqual([{ stretch: 0, source: expect.any(String), cases: 6 }]);
    expect(await dismissReasons(db, edges)).toEqual([
      { reason: 'jargon', cases: 1 },
      { reason: 'mention', cases: 1 },
    ]);
    expect(new Set(await decidedActs(db, edges))).toEqual(
      new Set([
        { act: 'privacy', approved: 3, dismissed: 0 },
        { act: 'other', approved: 1, dismissed: 0 },
        { act: 'summons', approved: 0, dismissed: 2 },
      ]),
    );
    expect(await approvedCounterparties(db, edges, 9)).toEqual([
      { counterparty: 'a.example.com', cases: 2 },
      { counterparty: 'b.example.com', cases: 1 },
    ]);
  });

  it('say nothing of a confidential consultation', async () => {
    const { db } = store();
    const [person] = await reviewers(db, 'employee');
    await handIn(db, newConsultation(person!, { confidential: true, mail: true }), at(1));
    const [mailId] = await mailsWithoutVerdict(db, { limit: 1 });
    const judged = { screenedAt: at(2), display: display('secret.example.com') };
    const { caseId } = await writeVerdict(db, verdictOf(mailId!, judged));
    await decide(db, caseId!, plainApproval(['privacy']), 'x', at(4), { visibility: DESK });
    expect(await screenedMails(db, edges)).toEqual([]);
    expect(await decidedCases(db, edges)).toEqual([]);
    expect(await decidedActs(db, edges)).toEqual([]);
    expect(await approvedCounterparties(db, edges, 9)).toEqual([]);
  });
});

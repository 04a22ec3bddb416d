import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { plainApproval } from '../../../src/cases/index.ts';
import type { Act } from '../../../src/detect/index.ts';
import {
  type CountedCases,
  casesOfEntry,
  decide,
  entryHits,
  feedbackWork,
  firstDecision,
  handIn,
  mailsWithoutVerdict,
  misfires,
  type Onlooker,
} from '../../../src/store/index.ts';
import { entryId, personId } from '../../support/ids.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeVerdict } from '../write.ts';

const SUMMONS = entryId('summons.test');
const ME: Onlooker = { person: personId('me'), seesConfidential: false };
const CONFIDANT: Onlooker = { ...ME, seesConfidential: true };
const OPEN = { open: true, limit: 9, offset: 0 } as const;
const dismiss = { kind: 'dismiss', reason: 'jargon', note: '' } as const;

describeStores('what an entry found', (store) => {
  it('is counted by cases, by band and by what stands decided', async () => {
    const { db } = store();
    const add = async (minute: number, band: 'grey' | 'review') =>
      (await judgedMail(db, minute, { assessment: assessment(band, ['summons', 'privacy']) })).caseId!;
    const [first, second, third] = [await add(1, 'review'), await add(2, 'review'), await add(3, 'grey')];
    await judgedMail(db, 4, { assessment: assessment('review', ['privacy']) });
    await judgedMail(db, 5, { assessment: assessment('ordinary', ['summons']) });
    await decide(db, first, plainApproval(['privacy']), 'a', at(9));
    await decide(db, second, dismiss, 'a', at(9));
    await decide(db, third, dismiss, 'a', at(9));
    await decide(db, third, { kind: 'reopen', note: '' }, 'a', at(10));
    const hits = await entryHits(db);
    expect(hits.get(SUMMONS)).toEqual({
      cases: 3,
      flagged: 2,
      approved: 1,
      dismissed: 1,
      dismissedAlone: 0,
      lastAt: at(3),
    });
    expect(hits.get(entryId('privacy.test'))).toMatchObject({ cases: 4, flagged: 3 });
    expect(hits.has(entryId('guard.accommodation'))).toBe(false);
    expect((await casesOfEntry(db, SUMMONS, 2, ME)).map(({ id }) => id)).toEqual([third, second]);
  });

  it('is counted of cases decided since a moment', async () => {
    const { db } = store();
    const add = async (minute: number, acts: readonly Act[]) =>
      (await judgedMail(db, minute, { assessment: assessment('grey', acts), screenedAt: at(minute) })).caseId!;
    const [alone, both] = [await add(1, ['summons']), await add(5, ['summons', 'privacy'])];
    await add(6, ['summons']);
    await decide(db, alone, dismiss, 'a', at(20));
    await decide(db, both, dismiss, 'a', at(30));
    expect(await firstDecision(db)).toEqual(at(20));
    const counted = async (which: CountedCases) => (await entryHits(db, which)).get(SUMMONS);
    expect(await counted({})).toMatchObject({ cases: 3, dismissed: 2, dismissedAlone: 1 });
    expect(await counted({ decidedSince: at(21) })).toMatchObject({ cases: 1, dismissed: 1 });
    expect(await counted({ decidedSince: at(31) })).toBeUndefined();
  });

  it('is marked as misfired, and words as missed, by decisions that stand', async () => {
    const { db } = store();
    const { caseId, mailId } = await judgedMail(db, 1);
    await decide(db, caseId!, dismiss, 'a', at(2), { feedback: [{ kind: 'misfire', entry: SUMMONS }] });
    expect(await misfires(db)).toEqual(new Map([[SUMMONS, 1]]));
    await decide(db, caseId!, { kind: 'reopen', note: '' }, 'a', at(3));
    expect(await misfires(db)).toEqual(new Map());
    const missed = { kind: 'missed', mailId, part: 'body', start: 0, end: 2, words: '本文' } as const;
    await decide(db, caseId!, plainApproval(['privacy']), 'a', at(4), { feedback: [missed] });
    expect(await feedbackWork(db, OPEN, ME)).toMatchObject([
      {
        kind: 'missed',
        words: '本文',
        caseId,
        acts: ['privacy'],
        foundActs: ['insult-person'],
        from: '取引先 太郎',
        subject: '至急',
        declined: false,
        at: at(4),
      },
    ]);
    expect(await feedbackWork(db, { ...OPEN, offset: 1 }, ME)).toEqual([]);
  });
});

describeStores('a confidential case', (store) => {
  it('counts for no entry, and shows among its cases at the desk alone', async () => {
    const { db } = store();
    const [person] = await reviewers(db, 'employee');
    await handIn(db, newConsultation(person!, { confidential: true, mail: true }), at(1));
    const [mailId] = await mailsWithoutVerdict(db, { limit: 1 });
    const { caseId } = await writeVerdict(db, verdictOf(mailId!));
    await db.execute(sql`update komainu.case_file set entries = ${sql.param([SUMMONS])}`); // kept for no report today
    const missed = { kind: 'missed', mailId: mailId!, part: 'body', start: 0, end: 2, words: '本文' } as const;
    await decide(db, caseId!, plainApproval(['summons']), 'a', at(4), { visibility: CONFIDANT, feedback: [missed] });
    expect(await entryHits(db)).toEqual(new Map());
    expect(await casesOfEntry(db, SUMMONS, 9, ME)).toEqual([]);
    expect(await feedbackWork(db, OPEN, CONFIDANT)).toEqual([]); // it teaches nothing
    expect(await casesOfEntry(db, SUMMONS, 9, CONFIDANT)).toMatchObject([{ id: caseId }]);
  });
});

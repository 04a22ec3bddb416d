import { expect, it } from 'vitest';
import { handIn, mailsWithoutVerdict, purge, verdictCounts, wasAnyJudged } from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeVerdict } from '../write.ts';

const DAYS = {
  verdictDays: 180,
  greyDays: 30,
  dismissedDays: 90,
  approvedDays: 1826,
  unopenedDays: 14,
  reportDays: 90,
  registerDays: 1826,
};

describeStores('whether a mail was ever judged', (store) => {
  it('is asked of mails that a source brought, also of those that are gone', async () => {
    const { db } = store();
    expect(await wasAnyJudged(db)).toBe(false);
    const [employee] = await reviewers(db, '花子');
    await handIn(db, newConsultation(employee!, { mail: true }), at(1));
    await writeVerdict(db, verdictOf((await mailsWithoutVerdict(db, { limit: 1 }))[0]!));
    expect(await wasAnyJudged(db)).toBe(false);
    await judgedMail(db, 2, { assessment: assessment('ordinary') });
    expect(await wasAnyJudged(db)).toBe(true);
    await purge(db, DAYS, new Date(at(2).getTime() + 181 * 86_400_000));
    expect(await wasAnyJudged(db)).toBe(true);
    expect((await verdictCounts(db)).ordinary).toBe(1);
  });
});

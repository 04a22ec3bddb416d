import { expect, it } from 'vitest';
import { decide, handedInConsultations, handIn, waitingSince } from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

describeStores('what waits', (store) => {
  it('is told by the case that has been open longest, neither grey nor confidential', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, 'employee');
    expect(await waitingSince(db)).toBeNull();
    await judgedMail(db, 1, { assessment: assessment('grey'), screenedAt: at(10), references: ['g'] });
    await handIn(db, newConsultation(employee!, { confidential: true }), at(20));
    expect(await waitingSince(db)).toBeNull();
    const { caseId } = await judgedMail(db, 1, { screenedAt: at(30), references: ['r'] });
    await handIn(db, newConsultation(employee!), at(40));
    expect(await waitingSince(db)).toEqual(at(30));
    await decide(db, caseId!, { kind: 'dismiss', reason: 'joke', note: '' }, 'a', at(50));
    expect(await waitingSince(db)).toEqual(at(40));
  });
});

describeStores('consultations', (store) => {
  it('are counted by channel and time, confidential ones never', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, 'employee');
    for (const [minute, channel] of [
      [0, 'phone'],
      [999, 'phone'],
      [1000, 'visit'],
      [2000, 'sns'],
    ] as const)
      await handIn(db, { ...newConsultation(employee!), channel }, at(minute));
    await handIn(db, newConsultation(employee!, { mail: true }), at(5));
    await handIn(db, newConsultation(employee!, { confidential: true }), at(5));
    const rows = await handedInConsultations(db, [at(0), at(1000), at(2000)]);
    expect(new Set(rows)).toEqual(
      new Set([
        { stretch: 0, channel: 'phone', handedIn: 2 },
        { stretch: 0, channel: 'mail', handedIn: 1 },
        { stretch: 1, channel: 'visit', handedIn: 1 },
      ]),
    );
  });
});

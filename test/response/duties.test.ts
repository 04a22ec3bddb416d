import { describe, expect, it } from 'vitest';
import { type Day, type DUTIES, type DutyFacts, dutiesOf, saidIn } from '../../src/response/index.ts';

const NOTHING: DutyFacts = {
  policy: null,
  policyFile: false,
  policySays: { noHarm: false, privacy: false, desk: false },
  people: 5,
  readers: 0,
  learners: 0,
  desk: 0,
  addresses: 0,
  consultations: { handedIn: 0, seen: 0, medianHours: 0 },
  decided: { approved: 0, dismissed: 0, flaggedApproved: 0, flaggedDismissed: 0, medianHours: 0, p90Hours: 0 },
  care: { approved: 0, open: 0, points: 0, confirmed: 0, followUps: 0, recurrence: 0 },
  ladder: null,
  objections: { received: 0, answered: 0, late: 0 },
  cooperation: { received: 0, sent: 0, answered: 0, late: 0 },
  packs: 0,
  experts: 0,
  retention: { dismissedDays: 90, approvedDays: 1826 },
  readersOfCases: 2,
  factors: 0,
  recall: null,
  anchoredElsewhere: false,
};

const ALL: DutyFacts = {
  ...NOTHING,
  policy: { number: 2, from: '2026-10-01' },
  policyFile: true,
  policySays: { noHarm: true, privacy: true, desk: true },
  readers: 5,
  learners: 5,
  desk: 1,
  addresses: 1,
  consultations: { handedIn: 3, seen: 3, medianHours: 4 },
  decided: { approved: 2, dismissed: 1, flaggedApproved: 2, flaggedDismissed: 1, medianHours: 5, p90Hours: 9 },
  care: { approved: 2, open: 0, points: 14, confirmed: 14, followUps: 1, recurrence: 2 },
  ladder: { version: 1, from: '2026-10-01' as Day },
  objections: { received: 1, answered: 1, late: 0 },
  cooperation: { received: 1, sent: 0, answered: 1, late: 0 },
  factors: 5,
  experts: 1,
  recall: { low: 0.88, high: 0.99, read: 1200 },
  anchoredElsewhere: true,
};

const gapsOf = (facts: DutyFacts, id: (typeof DUTIES)[number]) => dutiesOf(facts).find((one) => one.id === id)!.gaps;

describe('each duty beside its records', () => {
  it('names what is missing where nothing is there', () => {
    for (const { id, gaps } of dutiesOf(NOTHING).filter(({ id }) => !['care', 'recurrence'].includes(id)))
      expect({ id, missing: gaps.length > 0 }).toEqual({ id, missing: true });
  });

  it('names nothing where everything is there', () => {
    const left = dutiesOf(ALL).flatMap(({ gaps }) => gaps);
    expect(left).toEqual([]);
  });

  it('marks what was not checked against a source', () => {
    const unverified = dutiesOf(ALL).flatMap(({ id, unverified }) => (unverified ? [id] : []));
    expect(unverified).toEqual(['recurrence', 'deterrence', 'cooperation', 'accuracy']);
  });

  it.each<[string, Partial<DutyFacts>, (typeof DUTIES)[number], string]>([
    ['one who has not read', { readers: 4 }, 'known', 'unread'],
    ['a version of which nobody knows the day', { policy: null }, 'policy', 'policyUnnoted'],
    ['a consultation nobody looked at', { consultations: { handedIn: 3, seen: 2, medianHours: 1 } }, 'facts', 'unseen'],
    ['care that only others wrote down', { care: { ...ALL.care, confirmed: 13 } }, 'care', 'careUnconfirmed'],
    ['an open point of care', { care: { ...ALL.care, open: 1 } }, 'care', 'careOpen'],
    [
      'a case without a note against recurrence',
      { care: { ...ALL.care, recurrence: 1 } },
      'recurrence',
      'noRecurrence',
    ],
    ['a rate of misses that nobody measured', { recall: null }, 'accuracy', 'recallUnknown'],
    ['one account without a second factor', { factors: 4 }, 'privacy', 'fewFactors'],
  ])('does not let pass %s', (_, change, id, gap) => {
    expect(gapsOf(ALL, id)).not.toContain(gap);
    expect(gapsOf({ ...ALL, ...change }, id)).toContain(gap);
  });

  it('looks for words in a policy, in either language', () => {
    expect(saidIn('相談窓口に。不利益は受けません。プライバシーを守ります。')).toEqual({
      noHarm: true,
      privacy: true,
      desk: true,
    });
    expect(saidIn('Privacy; no detriment; the consultation desk.')).toEqual({
      noHarm: true,
      privacy: true,
      desk: true,
    });
    expect(saidIn('怒鳴る電話は切ります。')).toEqual({ noHarm: false, privacy: false, desk: false });
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planRun } from './plan.ts';

const victims = ['intake', 'screen', 'redis'];
const options = fc.record({
  seed: fc.nat(),
  mails: fc.integer({ min: 1, max: 500 }),
  kills: fc.integer({ min: 1, max: 60 }),
  flushes: fc.nat(3),
  victims: fc.constant(victims),
  longestGap: fc.integer({ min: 1, max: 10 }),
});

it('a plan holds what it was asked for, in the order of time, and every victim in turn', () => {
  fc.assert(
    fc.property(options, (asked) => {
      const events = planRun(asked);
      const kills = events.filter((event) => event.kind === 'kill');
      const mails = events.map((event) => (event.kind === 'deliver' ? event.mails : 0));
      expect(kills).toHaveLength(asked.kills);
      expect(mails.reduce((sum, some) => sum + some, 0)).toBe(asked.mails);
      expect(events.filter(({ kind }) => kind === 'flush')).toHaveLength(asked.flushes);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b));
      const times = victims.map((name) => kills.filter(({ victim }) => victim === name).length);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
    }),
  );
});

it('the same seed gives the same plan, another one another', () => {
  const asked = { seed: 7, mails: 200, kills: 20, flushes: 2, victims, longestGap: 4 };
  expect(planRun(asked)).toEqual(planRun(asked));
  expect(planRun({ ...asked, seed: 8 })).not.toEqual(planRun(asked));
});

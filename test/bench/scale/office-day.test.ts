import { describe, expect, it } from 'vitest';
import { arrivalsOf, type Day, officeDay } from './office-day.ts';

describe('a simulated day', () => {
  const day: Day = { arrivals: arrivalsOf(50_000, 7), hosts: 2, threads: 2, serviceS: 2, lost: null, seed: 7 };
  const NINE = 9 * 3600;

  it('is the same for the same seed, and another for another', () => {
    expect(officeDay(day)).toEqual(officeDay(day));
    expect(officeDay({ ...day, seed: 8 })).not.toEqual(officeDay(day));
    expect(arrivalsOf(50_000, 7)).toEqual(day.arrivals);
  });

  it('has as many mails as were asked for, within what chance does', () => {
    expect(day.arrivals.length).toBeGreaterThan(49_000);
    expect(day.arrivals.length).toBeLessThan(51_000);
  });

  it('waits as a queue of one does, where mails come at random', () => {
    const calm = officeDay({ ...day, arrivals: arrivalsOf(2_000, 7), hosts: 1, threads: 1, serviceS: 1 });
    expect(calm.half).toBeGreaterThan(0.5); // ln 2 of a service time, and a little waiting
    expect(calm.half).toBeLessThan(1.2);
    expect(calm.busy).toBeCloseTo(2_000 / 86_400, 2);
  });

  it('has longer waits with fewer hosts, and while one is lost', () => {
    const { longest } = officeDay(day);
    expect(officeDay({ ...day, hosts: 4 }).longest).toBeLessThan(longest);
    expect(officeDay({ ...day, lost: { hosts: 1, fromS: NINE, forS: 3600 } }).longest).toBeGreaterThan(longest * 1.5);
  });

  it('judges nothing while all are lost, and all of it afterwards', () => {
    const whole = officeDay({ ...day, lost: { hosts: 2, fromS: NINE, forS: 600 } });
    expect(whole.longest).toBeGreaterThan(600);
    expect(whole.lastVerdict).toBeLessThan(100_000);
  });
});

import { describe, expect, it } from 'vitest';
import type { EarlierMail } from '../../../src/detect/index.ts';
import { assessFrequency, type Present } from '../../../src/detect/judging/frequency.ts';
import { isRestTime } from '../../../src/detect/judging/rest-time.ts';
import { entryId } from '../../support/ids.ts';

const rules = {
  halfLifeDays: 14,
  repeat: 2,
  unanswered: 1,
  burst: 1,
  calmPerDay: 3,
  night: 0.5,
  longText: 1000,
  long: 0.5,
  cap: 5,
};
const noon = new Date('2026-11-25T12:00:00+09:00'); // a Wednesday
const hoursBefore = (hours: number, at = noon) => new Date(at.getTime() - hours * 3_600_000);
const present = (more: Partial<Present> = {}): Present => ({
  at: noon,
  timeZone: 'Asia/Tokyo',
  demands: new Set(['discount.half']),
  characters: 100,
  ...more,
});
const earlier = (at: Date, more: Partial<EarlierMail> = {}): EarlierMail => ({
  at,
  direction: 'in',
  sameThread: true,
  sameSender: true,
  band: 'ordinary',
  entries: [],
  characters: 100,
  ...more,
});

describe('frequency', () => {
  it('is nothing without earlier mails, however angry this one is', () => {
    expect(assessFrequency(present({ characters: 5000 }), [], rules)).toEqual({ odds: 0, signs: [] });
  });

  it('rises when the same demand is repeated after an answer', () => {
    const history = [
      earlier(hoursBefore(48), { entries: [entryId('discount.half')] }),
      earlier(hoursBefore(24), { direction: 'sent' }),
    ];
    const { odds, signs } = assessFrequency(present(), history, rules);
    expect(signs).toEqual(['repeat-after-answer']);
    expect(odds).toBeGreaterThan(1.5);
  });

  it('counts a repeat less when nobody has answered, and another demand not at all', () => {
    const asked = (entry: string) => [earlier(hoursBefore(30), { entries: [entryId(entry)] })];
    expect(assessFrequency(present(), asked('discount.half'), rules).signs).toEqual(['repeat']);
    expect(assessFrequency(present(), asked('summons.home'), rules).odds).toBe(0);
  });

  it('decays: two half-lives leave a quarter', () => {
    const history = [earlier(hoursBefore(28 * 24), { entries: [entryId('discount.half')] })];
    expect(assessFrequency(present(), history, rules).odds).toBeCloseTo(0.25);
  });

  it('sees a burst within a day', () => {
    const history = [1, 2, 3, 4].map((hours) => earlier(hoursBefore(hours)));
    expect(assessFrequency(present(), history, rules)).toEqual({ odds: 2, signs: ['burst'] });
    expect(assessFrequency(present(), history.slice(2), rules).odds).toBe(0);
  });

  it('sees mails that keep coming at night', () => {
    const night = new Date('2026-11-25T02:00:00+09:00');
    const history = [72, 48, 24].map((hours) => earlier(hoursBefore(hours, night)));
    expect(assessFrequency(present({ at: night }), history, rules).signs).toEqual(['rest-time']);
    expect(assessFrequency(present({ at: night }), history.slice(2), rules).signs).toEqual([]);
  });

  it('is capped', () => {
    const history = Array.from({ length: 30 }, (_, i) =>
      earlier(hoursBefore(i + 1), { entries: [entryId('discount.half')] }),
    );
    expect(assessFrequency(present(), history, rules).odds).toBe(5);
  });
});

describe('time of rest', () => {
  it.each([
    ['a weekday at noon', '2026-11-25T12:00:00+09:00', false],
    ['22:00', '2026-11-25T22:00:00+09:00', true],
    ['4:59', '2026-11-25T04:59:00+09:00', true],
    ['5:00', '2026-11-25T05:00:00+09:00', false],
    ['a Saturday', '2026-11-28T12:00:00+09:00', true],
    ['a national holiday (勤労感謝の日)', '2026-11-23T12:00:00+09:00', true],
    ['midnight', '2026-11-26T00:00:00+09:00', true],
  ])('%s', (_, at, rest) => {
    expect(isRestTime(new Date(at), 'Asia/Tokyo')).toBe(rest);
  });

  it('is that of the company, not of the machine', () => {
    expect(isRestTime(new Date('2026-11-25T12:00:00Z'), 'Asia/Tokyo')).toBe(false);
    expect(isRestTime(new Date('2026-11-25T14:00:00Z'), 'Asia/Tokyo')).toBe(true);
  });
});

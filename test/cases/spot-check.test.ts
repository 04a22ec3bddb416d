import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, isPrivate, STRATA, stratumOf, tossFor } from '../../src/cases/index.ts';

const NOW = new Date('2026-07-01T09:00:00+09:00');
const settings = { oneIn: 200, days: 30, readers: 1, perDay: 10, exceptSources: [] };
const headers = (subject: string, sensitivity?: string) => ({
  subject,
  headers: sensitivity === undefined ? [] : [{ name: 'Sensitivity', value: sensitivity }],
});

describe('the coin that keeps ordinary mails', () => {
  it('falls the same each time, and keeps as large a part as its chance says', () => {
    const coins = Array.from({ length: 20_000 }, (_, i) => (i * 0.6180339887) % 1);
    for (const score of [0, 0.5, 1.5]) {
      const tosses = coins.map((coin) => tossFor(score, coin, settings, NOW));
      expect(tosses).toEqual(coins.map((coin) => tossFor(score, coin, settings, NOW)));
      const kept = tosses.filter((toss) => toss.kept);
      expect(kept.length / coins.length).toBeCloseTo(chanceOf(stratumOf(score), 200), 3);
    }
  });

  it('gives the mails it keeps an order that goes evenly from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        (coin, oneIn) => {
          for (const score of [0, 0.5, 1.9]) {
            const { place, kept, chance } = tossFor(score, coin, { ...settings, oneIn }, NOW);
            expect(place).toBeGreaterThanOrEqual(0);
            expect(place).toBeLessThan(1);
            if (kept) expect(place).toBeCloseTo(coin / chance, 9);
          }
        },
      ),
    );
  });

  it('keeps more of what is near, and never more than all', () => {
    for (const oneIn of [1, 3, 200, 1_000_000]) {
      const chances = STRATA.map((stratum) => chanceOf(stratum, oneIn));
      expect(chances.toSorted((a, b) => a - b)).toEqual(chances);
      expect(Math.max(...chances)).toBeLessThanOrEqual(1);
    }
  });

  it('says how long a text is kept', () => {
    expect(tossFor(0, 0, settings, NOW).until).toEqual(new Date('2026-07-31T09:00:00+09:00'));
  });
});

describe('a mail that its sender marked as private', () => {
  it.each([
    ['【親展】面談の件'],
    ['Fwd: 社外秘　資料'],
    ['ＣＯＮＦＩＤＥＮＴＩＡＬ: offer'],
    ['（秘）査定について'],
    ['private matter'],
  ])('is one: %s', (subject) => expect(isPrivate(headers(subject))).toBe(true));

  it.each(['Private', 'personal', 'Company-Confidential'])('is one by its header: %s', (value) =>
    expect(isPrivate(headers('見積もり', value))).toBe(true),
  );

  it.each([
    ['見積もりの件', undefined],
    ['見積もりの件', 'normal'],
    ['privately owned', undefined],
  ])('is not: %s', (subject, sensitivity) => expect(isPrivate(headers(subject, sensitivity))).toBe(false));
});

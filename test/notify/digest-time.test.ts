import { describe, expect, it } from 'vitest';
import { lastDigestTime } from '../../src/notify/index.ts';

describe('the last digest time', () => {
  const times = ['09:00', '17:00'];
  const at = (iso: string) => lastDigestTime(new Date(iso), times, 'Asia/Tokyo').toISOString();

  it('is the one that has just come, in the company’s time zone', () => {
    expect(at('2026-10-01T09:00:00.000+09:00')).toBe('2026-10-01T00:00:00.000Z');
    expect(at('2026-10-01T16:59:59.999+09:00')).toBe('2026-10-01T00:00:00.000Z');
    expect(at('2026-10-01T17:00:30.000+09:00')).toBe('2026-10-01T08:00:00.000Z');
  });

  it('is yesterday’s last one early in the morning', () => {
    expect(at('2026-10-01T08:59:00.000+09:00')).toBe('2026-09-30T08:00:00.000Z');
  });
});

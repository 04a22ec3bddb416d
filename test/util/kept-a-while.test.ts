import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptAWhile } from '../../src/util/kept-a-while.ts';

describe('what is kept a while', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const counted = () => {
    const make = vi.fn(async () => ({ made: make.mock.calls.length }));
    return { make, ask: keptAWhile(make, 1_000) };
  };

  it('is made once for all who ask', async () => {
    const { make, ask } = counted();
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one).toBe(other);
    expect(await ask()).toBe(one);
    expect(make).toHaveBeenCalledOnce();
  });

  it('is let go of when nobody has asked for so long, and made again for the next', async () => {
    const { make, ask } = counted();
    for (let i = 0; i < 3; i++) {
      await ask();
      vi.advanceTimersByTime(999);
    }
    expect(make).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect((await ask()).made).toBe(2);
  });

  it('is tried again after it could not be made', async () => {
    const make = vi.fn(async () => 'made');
    make.mockRejectedValueOnce(new Error('no file'));
    const ask = keptAWhile(make, 1_000);
    await expect(ask()).rejects.toThrow('no file');
    expect(await ask()).toBe('made');
  });
});

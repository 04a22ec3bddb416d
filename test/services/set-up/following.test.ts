import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { following } from '../../../src/services/set-up/following.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A service that reads one setting, and settings that somebody changes. */
function stage() {
  const told: string[] = [];
  const state = { setting: 'a', fails: false };
  let changed = () => {};
  const live = {
    onChange(listener: () => void) {
      changed = listener;
      return { [Symbol.dispose]: () => void told.push('deaf') };
    },
  };
  const starting = following(live, {
    reads: () => state.setting,
    async start() {
      const { setting } = state;
      if (state.fails) throw new Error('no');
      told.push(`begins ${setting}`);
      return { [Symbol.asyncDispose]: async () => void told.push(`ends ${setting}`) };
    },
    onFailure: () => told.push('fails'),
  });
  const change = async (to: Partial<typeof state>) => {
    Object.assign(state, to);
    changed();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { told, starting, change };
}

it('starts a service anew when what it reads is another, the elder one ended before, and not otherwise', async () => {
  const { told, starting, change } = stage();
  const running = await starting;
  await change({});
  await change({ setting: 'b' });
  await running[Symbol.asyncDispose]();
  expect(told).toEqual(['begins a', 'ends a', 'begins b', 'deaf', 'ends b']);
});

it('tries a start that failed again until it succeeds, and not after its end', async () => {
  const { told, starting, change } = stage();
  const running = await starting;
  await change({ setting: 'b', fails: true });
  await vi.advanceTimersByTimeAsync(5_000);
  await change({ fails: false });
  expect(told).toEqual(['begins a', 'ends a', 'fails', 'fails', 'begins b']);
  await change({ setting: 'c', fails: true });
  await running[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told.slice(5)).toEqual(['ends b', 'fails', 'deaf']);
});

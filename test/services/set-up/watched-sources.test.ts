import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SourceConfig } from '../../../src/config/index.ts';
import { watchSourcesSetUp } from '../../../src/services/set-up/watched-sources.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const source = (name: string, path = name): SourceConfig => ({
  ...{ name, path, kind: 'directory', format: 'auto', direction: 'in', unopened: 'fold' },
});

/** Sources that end some time after they are told to, as those do that commit what they have. */
function stage(first: readonly SourceConfig[]) {
  const told: string[] = [];
  const watched = new Set<string>();
  let sources = first;
  let changed = () => {};
  const watching = watchSourcesSetUp(
    {
      onChange(listener) {
        changed = listener;
        return { [Symbol.dispose]() {} };
      },
    },
    {
      sources: () => sources,
      of: (one) => JSON.stringify(one),
      async watch(one, signal) {
        const { name, path } = one as SourceConfig & { path: string };
        expect(watched.has(name), 'one at a time').toBe(false);
        watched.add(name);
        told.push(`${name} begins at ${path}`);
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
        await new Promise((resolve) => setTimeout(resolve, 20));
        watched.delete(name);
        told.push(`${name} ends`);
      },
    },
  );
  const change = async (to: readonly SourceConfig[]) => {
    told.length = 0;
    sources = to;
    changed();
    await vi.advanceTimersByTimeAsync(60);
    return told.toSorted();
  };
  return { watching, change, watched };
}

it('begins what is new, ends what is gone, begins what is another anew after its end, and leaves the others alone', async () => {
  const { watching, change, watched } = stage([source('a'), source('b')]);
  expect(await change([source('a'), source('b'), source('c')])).toEqual(['c begins at c']);
  expect(await change([source('a', 'elsewhere'), source('c')])).toEqual(['a begins at elsewhere', 'a ends', 'b ends']);
  const ended = watching[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(60);
  await ended;
  expect(watched.size).toBe(0);
});

it('begins one anew by the newest settings when it changes twice while it ends', async () => {
  const { watching, change } = stage([source('a')]);
  const first = change([source('a', 'second')]);
  await vi.advanceTimersByTimeAsync(5);
  await change([source('a', 'third')]);
  await first;
  expect(await change([source('a', 'third')])).toEqual([]);
  const ended = watching[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(60);
  await ended;
});

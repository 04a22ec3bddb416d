import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createProgress } from '../../../src/fronts/cli/terminal/progress.ts';
import { collecting } from './support.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['a long run at a terminal', { errIsTerminal: true, total: 10, wait: 1500 }, true],
  ['a short run', { errIsTerminal: true, total: 10, wait: 100 }, false],
  ['a long run that nobody watches', { errIsTerminal: false, total: 10, wait: 1500 }, false],
  ['a run of unknown length', { errIsTerminal: true, total: 0, wait: 1500 }, false],
])('%s', (_what, { errIsTerminal, total, wait }, shows) => {
  const err = collecting();
  Object.assign(err.stream, { isTTY: true, cursorTo: () => true, clearLine: () => true, moveCursor: () => true });
  const progress = createProgress(total, { err: err.stream, errIsTerminal });
  vi.advanceTimersByTime(wait);
  progress.advance(4);
  progress.end();
  expect(err.text().includes('40%')).toBe(shows);
});

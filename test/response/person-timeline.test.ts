import { expect, it } from 'vitest';
import { sixMonthsBefore } from '../../src/response/index.ts';

it.each([
  ['2026-07-03', '2026-01-03'],
  ['2026-08-31', '2026-02-28'],
  ['2024-08-30', '2024-02-29'],
  ['2026-03-31', '2025-09-30'],
  ['2026-01-15', '2025-07-15'],
])('six months before %s it was %s', (day, before) => {
  expect(sixMonthsBefore(day)).toBe(before);
});

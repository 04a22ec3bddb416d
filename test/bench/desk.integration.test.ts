import { expect, it } from 'vitest';
import { pageTimes } from './desk.ts';

it('finds every page that it measures, so that a change of the desk does not leave the figures behind', {
  timeout: 60_000,
}, async () => {
  const figures = await pageTimes('PGlite', null, 100, 1);
  expect(figures.every(({ kind }) => kind === 'measured')).toBe(true);
});
